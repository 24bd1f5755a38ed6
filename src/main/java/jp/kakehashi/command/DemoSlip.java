package jp.kakehashi.command;

/** What one reads out and the other types. */
record DemoSlip(String zip, String workbook, String code) {

    @Override
    public String toString() {
        return "DemoSlip[…]";
    }
}
