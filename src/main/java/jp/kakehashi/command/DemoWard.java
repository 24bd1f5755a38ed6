package jp.kakehashi.command;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The people of the ward at their desks: what they see and what they send, over HTTP and nothing else. */
final class DemoWard {

    private static final Pattern CASE = Pattern.compile("name=\"case\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CARD = Pattern.compile("\\b(ZZ[0-9]{8}ZZ)\\b");
    private static final Pattern PREVIEW = Pattern.compile("<table class=\"preview\".*?</table>", Pattern.DOTALL);
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoAccounts accounts;
    private final DemoBrowser officer;
    private final DemoBrowser chief;

    DemoWard(int port, DemoAccounts accounts) {
        this.accounts = accounts;
        this.officer = new DemoBrowser(port);
        this.chief = new DemoBrowser(port);
        accounts.officer().signIn(officer);
        accounts.chief().signIn(chief);
    }

    /**
     * The officer confirms cases, a page of them at a time, until so many are confirmed.
     *
     * @return how many were confirmed
     */
    int confirm(int people) {
        int confirmed = 0;
        while (confirmed < people) {
            DemoPage page = officer.open("/cases/confirm");
            List<String> shown = page.all(CASE);
            if (shown.isEmpty()) {
                return confirmed;
            }
            List<String> chosen = shown.subList(0, Math.min(shown.size(), people - confirmed));
            DemoForm form = page.form("/cases/confirm").with("case", chosen.toArray(String[]::new));
            chosen.forEach(id -> form.with("why-" + id, "就労収入があり、執行停止の要件に当たらない（架空）"));
            officer.submit(form);
            confirmed += chosen.size();
        }
        return confirmed;
    }

    /** The officer drafts the shipment of everyone confirmed; its control number. */
    String draft() {
        DemoPage shipment = officer.submit(officer.open("/shipments").form("/shipments"));
        return last(shipment.address().getPath());
    }

    /** The officer drafts a test exchange; its control number. */
    String draftTest() {
        DemoPage shipment = officer.submit(officer.open("/shipments").form("/shipments/test"));
        return last(shipment.address().getPath());
    }

    /** The officer records that the path of the test is the LGWAN. */
    void confirmPath(String number) {
        DemoPage page = officer.open("/shipments/" + number);
        officer.submit(page.form("/shipments/" + number + "/path-confirmed").with("confirmedBy", "情報システム課　（架空）"));
    }

    /** The chief decides. */
    void decide(String number, String ceilingReference) {
        DemoPage page = chief.open("/shipments/" + number);
        DemoPage decided = chief.submit(page.form("/shipments/" + number + "/decide")
                .with("documentNumber", "（架空）6新総滞第1号")
                .with("ceilingReference", ceilingReference));
        expect(decided, "DECIDED");
    }

    /** The officer opens a sitting and has the shipment sealed; the sitting's path. */
    String seal(String number) {
        String sitting = officer.submit(officer.open("/sitting").form("/sitting"))
                .address()
                .getPath();
        String document = sitting + "/" + number;
        officer.submit(officer.open(document).form(document + "/seal"));
        await(number, document, "SEALED");
        return document;
    }

    /** Operator and witness look at the sealed file, answer the check question and confirm. */
    void sign(String document) {
        DemoPage sheet = officer.open(document);
        String parcel =
                sheet.form(document + "/operator").fields().get("parcel").get(0);
        DemoPage signed = officer.submit(answer(sheet, sheet.form(document + "/operator")));
        DemoForm enter = signed.form(document.substring(0, document.lastIndexOf('/')) + "/witness")
                .with("account", accounts.witness().account())
                .with("password", accounts.witness().password());
        DemoPage witnessed = officer.submit(enter);
        DemoForm witness = witnessed
                .form(document + "/witness-sign")
                .with("parcel", parcel)
                .with("ticket", witnessed.find(TICKET));
        officer.submit(answer(witnessed, witness));
    }

    /** Waits until the shipment shows one of these states. */
    String await(String number, String path, String... states) {
        String[] seen = {""};
        until(
                () -> {
                    seen[0] = officer.open(path).value("data-state");
                    return List.of(states).contains(seen[0]);
                },
                () -> number + " did not become " + String.join(" or ", states) + " but is " + seen[0]);
        return seen[0];
    }

    /** The officer opens the password slip, to read it out over the telephone. */
    DemoSlip slip(String number) {
        DemoPage page = officer.open("/shipments/" + number);
        DemoPage slip = officer.submit(page.form("/shipments/" + number + "/passwords"));
        return new DemoSlip(
                slip.said("data-secret", "zip"),
                slip.said("data-secret", "workbook"),
                slip.said("data-secret", "code"));
    }

    private static DemoForm answer(DemoPage sheet, DemoForm form) {
        String preview = sheet.find(Pattern.compile("(" + PREVIEW.pattern() + ")", Pattern.DOTALL));
        List<String> cards =
                CARD.matcher(preview).results().map(found -> found.group(1)).toList();
        String card = cards.get(Integer.parseInt(sheet.value("data-asked-row")) - 1);
        return form.with("rowCount", Integer.toString(cards.size())).with("ending", card.substring(card.length() - 4));
    }

    private static void expect(DemoPage page, String state) {
        String seen = page.value("data-state");
        if (!seen.equals(state)) {
            throw new DemoException(page.address().getPath() + " shows " + seen + " instead of " + state);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Looks again and again until it is so. */
    static void until(BooleanSupplier so, java.util.function.Supplier<String> otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new DemoException(otherwise.get());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(150).toNanos());
        }
    }
}
