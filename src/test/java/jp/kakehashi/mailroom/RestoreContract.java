package jp.kakehashi.mailroom;

import static jp.kakehashi.mailroom.MailroomFixture.outgoing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backup was taken of in the middle of everything, and what becomes of it when it is restored; on any ledger. */
abstract class RestoreContract {

    private ScriptedSmtpServer server;
    private MailroomFixture before;
    private UUID posted;
    private UUID deferred;
    private UUID posting;
    private UUID queued;

    abstract TestLedger ledger();

    @BeforeEach
    void aBackupIsTakenInTheMiddle() {
        server = new ScriptedSmtpServer();
        before = new MailroomFixture(ledger(), server.port());
        server.on(".", "250 2.0.0 Ok: queued as 4F3C2B1A");
        posted = before.queue(outgoing("R8-001"));
        assertThat(before.post()).isTrue();
        server.on(".", "451 4.3.0 later");
        deferred = before.queue(outgoing("R8-002"));
        assertThat(before.post()).isTrue();
        server.on(".", "250 2.0.0 Ok");
        posting = before.queue(outgoing("R8-003"));
        assertThatThrownBy(() -> before.ledger.transactions().executeWithoutResult(status -> {
                    before.outbox.takeUp();
                    throw new IllegalStateException("the machine is lost");
                }))
                .hasMessage("the machine is lost");
        queued = before.queue(outgoing("R8-004"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void theBackupHoldsEveryLetterAsItStood() {
        MailroomFixture after = restored();

        assertThat(Map.of(
                        "posted", after.state(posted),
                        "deferred", after.state(deferred),
                        "posting", after.state(posting),
                        "queued", after.state(queued)))
                .isEqualTo(Map.of(
                        "posted", LetterState.POSTED,
                        "deferred", LetterState.DEFERRED,
                        "posting", LetterState.POSTING,
                        "queued", LetterState.QUEUED));
    }

    @Test
    void invariant4_afterARestoreWhatWasBeingPostedIsUnknownAndNothingGoesOut() {
        int heard = server.heard().size();
        MailroomFixture after = restored();
        after.later(Duration.ofMinutes(31));

        after.outbox.recover();
        after.outbox.lapseOverdue();

        assertThat(after.post()).isFalse();
        assertThat(server.heard()).hasSize(heard);
        assertThat(after.state(posted)).isEqualTo(LetterState.POSTED);
        assertThat(after.state(posting)).isEqualTo(LetterState.OUTCOME_UNKNOWN);
        assertThat(after.state(queued)).isEqualTo(LetterState.LAPSED);
        assertThat(after.state(deferred)).isEqualTo(LetterState.LAPSED);
    }

    private MailroomFixture restored() {
        MailroomFixture after = new MailroomFixture(before.ledger.restored(), server.port(), before.vault);
        after.now.set(before.now.get());
        return after;
    }
}
