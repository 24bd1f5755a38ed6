package jp.kakehashi.shipment;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Sha256;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The test exchange (送受信試験): one fictitious row goes the same path as ② will, through the same decision and sitting.
 *
 * <ol>
 *   <li>It is drafted by {@link Drafting#draftTest}, sealed, signed, posted and acknowledged like any other document.
 *   <li>A named person confirms that its path is LGWAN (開通確認, {@link #confirmPath}).
 *   <li>From then on ② may go over that path; where address, zip method or form change, it is another path.
 * </ol>
 */
@Service
@Profile("ward")
public class TestExchanges {

    private static final String CONFIRM = """
            update shipment set path_confirmed_by = :by, path_confirmed_on = :on
            where control_number = :number and kind = 'TEST' and state = 'ACKNOWLEDGED' and path_confirmed_on is null
            """;

    private static final String CONFIRMED = """
            select count(*) from shipment where kind = 'TEST' and state = 'ACKNOWLEDGED' and agreement = :agreement
                and path_digest = :path and path_confirmed_on is not null
            """;

    private static final String PATH = """
            select path_confirmed_by, path_confirmed_on from shipment
            where control_number = :number and path_confirmed_on is not null
            """;

    private final JdbcClient ledger;
    private final Acts acts;
    private final Clock clock;

    TestExchanges(JdbcClient ledger, Acts acts, Clock clock) {
        this.ledger = ledger;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * That the path of a test exchange was confirmed (開通確認).
     *
     * @param by who confirmed that it is LGWAN: post and name
     * @param on the day
     */
    public record PathConfirmation(String by, LocalDate on) {}

    /**
     * What still keeps ② from this path.
     *
     * @param method how the parcel is to be encrypted
     * @return a plain sentence; nothing where the test exchange is confirmed or not required
     */
    public Optional<Refusal> missing(Agreement agreement, ZipMethod method) {
        if (!agreement.needsTestExchange(method) || isConfirmed(agreement, method)) {
            return Refusal.none();
        }
        return Refusal.because("現在の宛先・暗号化方式（" + method.label() + "）・様式での送受信試験（開通確認を含む）が済んでいません。先に送受信試験を行ってください。");
    }

    /**
     * Records that the path of an acknowledged test exchange is LGWAN (開通確認).
     *
     * @param confirmedBy who found out: post and name
     */
    @Transactional
    public Optional<Refusal> confirmPath(String controlNumber, String confirmedBy, Actor by) {
        LocalDate today = LocalDate.now(clock);
        int confirmed = ledger.sql(CONFIRM)
                .param("by", confirmedBy)
                .param("on", Date.valueOf(today))
                .param("number", controlNumber)
                .update();
        if (confirmed == 0) {
            return acts.refused(by, controlNumber, "受領確認済の送受信試験だけを、一度だけ開通確認できます。");
        }
        acts.note(
                by,
                "path-confirmed",
                controlNumber,
                Map.of("on", today.toString()),
                Map.of("confirmed-by", confirmedBy));
        return Refusal.none();
    }

    /** Who confirmed the path of this test exchange; nothing as long as nobody did. */
    public Optional<PathConfirmation> pathOf(String controlNumber) {
        return ledger.sql(PATH)
                .param("number", controlNumber)
                .query((row, index) -> new PathConfirmation(
                        row.getString("path_confirmed_by"),
                        row.getDate("path_confirmed_on").toLocalDate()))
                .optional();
    }

    /** What a test exchange by this method tries, and ② then relies on. */
    static String pathDigest(Agreement agreement, ZipMethod method) {
        return Sha256.hex(agreement.path(method).getBytes(StandardCharsets.UTF_8));
    }

    /** What still keeps a document from this path: it must be agreed, and ② alone waits for a test exchange. */
    Optional<Refusal> missing(Agreement agreement, DocumentKind kind, ZipMethod method) {
        if (!agreement.zip().agrees(method)) {
            return Refusal.because("暗号化方式 " + method.label() + " は、取決めにありません。取りやめて、もう一度作成してください。");
        }
        return kind == DocumentKind.PROVISION ? missing(agreement, method) : Refusal.none();
    }

    private boolean isConfirmed(Agreement agreement, ZipMethod method) {
        return ledger.sql(CONFIRMED)
                        .param("agreement", agreement.id())
                        .param("path", pathDigest(agreement, method))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
