package jp.kakehashi.agreement;

/**
 * Terms: in business days for what the office does, in calendar days for what the law wants.
 *
 * @param acknowledgement after which a posted document without acknowledgement raises an alarm
 * @param posting after which a receipt seen at the counter, without its payment posted, raises an alarm
 * @param firstReport within which a leak is first reported (速報); the law's "about three to five days" [U]
 */
public record Clocks(
        @Key("Business days after which a posted document without acknowledgement raises an alarm.")
        int acknowledgement,

        @Key(
                "Business days after which a receipt seen at the counter, without its payment posted at the source, raises an alarm.")
        int posting,

        @Key("Calendar days, the day of noticing counted, within which an incident is first reported (速報): 1 to 5.")
        int firstReport) {

    private static final int LATEST_FIRST_REPORT = 5;

    public Clocks {
        new Faults()
                .atLeast(1, "acknowledgement", acknowledgement)
                .atLeast(1, "posting", posting)
                .atLeast(1, "first-report", firstReport)
                .unless(
                        firstReport <= LATEST_FIRST_REPORT,
                        "first-report",
                        "速報の期限は%d日以内です（現在 %d）".formatted(LATEST_FIRST_REPORT, firstReport),
                        "a first report is due within %d days, found %d".formatted(LATEST_FIRST_REPORT, firstReport))
                .refuse();
    }
}
