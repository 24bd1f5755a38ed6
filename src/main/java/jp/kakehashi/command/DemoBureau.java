package jp.kakehashi.command;

import java.util.List;
import java.util.regex.Pattern;

/** The receiving officer of the bureau at the desk, over HTTP and nothing else. */
final class DemoBureau {

    private static final Pattern OPEN = Pattern.compile("action=\"(/parcels/[^\"/]+)/open\"");

    private final DemoBrowser receiver;

    DemoBureau(int port, DemoAccounts accounts) {
        this.receiver = new DemoBrowser(port);
        accounts.receiver().signIn(receiver);
    }

    /** Waits for a parcel, and types the two passwords that the ward reads out. */
    void open(DemoSlip slip) {
        DemoPage[] arrived = {null};
        DemoWard.until(
                () -> {
                    arrived[0] = receiver.open("/parcels");
                    return !arrived[0].all(OPEN).isEmpty();
                },
                () -> "no parcel arrived at the bureau");
        List<String> parcels = arrived[0].all(OPEN);
        receiver.submit(arrived[0]
                .form(parcels.get(0) + "/open")
                .with("zipPassword", slip.zip())
                .with("workbookPassword", slip.workbook()));
    }
}
