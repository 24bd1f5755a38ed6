package jp.kakehashi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What signatures and evidence files prove against somebody who may write every row of the ledger, on any ledger. */
abstract class EvidenceContract {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-01T15:10:00Z");

    @TempDir
    private Path folder;

    private final Vault vault = TestVault.fresh();
    private TestLedger ledger;
    private TestEvidence first;
    private TestEvidence second;
    private ChainForger forger;

    abstract TestLedger ledger();

    abstract boolean isPostgres();

    /** One night is over; seven entries, the first four of them signed and laid down, the fifth saying so. */
    @BeforeEach
    void aNightIsOver() throws Exception {
        Files.createDirectory(evidence());
        ledger = ledger();
        first = at(MIDNIGHT);
        second = at(MIDNIGHT.plus(Duration.ofDays(1)));
        first.acts("case-viewed", "case-confirmed", "shipment-decided", "released");
        first.night();
        second.acts("acknowledged", "case-viewed");
        forger = new ChainForger(ledger, isPostgres());
    }

    @Test
    void nightAfterNightIsSignedAndJoins() {
        second.night();

        assertThat(evidence()).isDirectoryContaining("glob:**20260602-000000004.jsonl.zip");
        assertThat(evidence()).isDirectoryContaining("glob:**20260603-000000007.jsonl.zip");
        assertThat(together())
                .hasSize(3)
                .allMatch(found -> found.verdict() instanceof Unbroken)
                .last()
                .satisfies(export ->
                        assertThat(((Unbroken) export.verdict()).checkpoints()).isEqualTo(2));
    }

    @Test
    void aNightWithoutWritingIsMadeUpFor() {
        second.evidence().sign();
        TestEvidence third = at(MIDNIGHT.plus(Duration.ofDays(2)));
        third.acts("case-viewed");

        third.night();

        assertThat(evidence()).isDirectoryContaining("glob:**20260603-000000007.jsonl.zip");
        assertThat(evidence()).isDirectoryContaining("glob:**20260604-000000008.jsonl.zip");
        assertThat(together()).hasSize(4).allMatch(found -> found.verdict() instanceof Unbroken);
        assertThat(third.evidence().outstanding()).isEmpty();
    }

    @Test
    void nobodyCanSaySomethingWasWrittenThatIsNotThere() throws Exception {
        second.evidence().sign();
        Checkpoint checkpoint = second.evidence().outstanding().get(0);
        Path file = evidence().resolve(checkpoint.fileName() + ".zip");
        Files.copy(evidence().resolve("20260602-000000004.jsonl.zip"), file);

        assertThatThrownBy(() -> second.evidence().written(checkpoint))
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContainingAll(file.toString(), "署名された時点の記録と異なります");
        assertThat(second.evidence().outstanding()).containsExactly(checkpoint);
    }

    @Test
    void invariant3_evidenceHoldsNoName() throws Exception {
        second.night();

        for (Checkpoint checkpoint : new CheckpointTable(ledger.jdbc()).all()) {
            assertThat(new String(second.evidence().segment(checkpoint), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("t-hanako")
                    .doesNotContain("架空");
        }
    }

    @Test
    void invariant8_aChainRewrittenFromEndToEndIsFoundByItsCheckpoints() {
        forger.rewrite(2);

        assertThat(alone()).isEqualTo(new Broken(6, Flaw.NOT_AS_SIGNED));
        assertThatThrownBy(() -> second.export(folder.resolve("chain.jsonl"))).isInstanceOf(BrokenChainException.class);
        assertThatThrownBy(() -> second.evidence().sign())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContainingAll("entry 5 of the chain", "has been edited");
    }

    @Test
    void invariant8_aRewrittenChainWithoutItsCheckpointsIsFoundByTheEvidenceFiles() {
        forger.rewrite(2);
        forger.forgetCheckpoints();

        assertThat(alone()).isInstanceOf(Unbroken.class);
        assertThat(together()).last().returns(new Broken(5, Flaw.NOT_AS_SIGNED), ChainFiles.Found::verdict);
    }

    @Test
    void invariant8_aCheckpointOfTheForgersOwnIsNoCheckpoint() {
        forger.rewrite(2);
        forger.forgetCheckpoints();
        forger.sign(TestVault.fresh(), Checkpoint.BEFORE_THE_FIRST);

        assertThat(alone()).isEqualTo(new Broken(9, Flaw.FORGED));
        assertThatThrownBy(() -> second.export(folder.resolve("chain.jsonl"))).isInstanceOf(BrokenChainException.class);
        assertThatThrownBy(() -> second.evidence().sign())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContaining("its signature does not fit the public key");
    }

    @Test
    void invariant8_aChainCutOffBeforeACheckpointIsFound() {
        forger.truncate(3);

        assertThat(alone()).isEqualTo(new Broken(5, Flaw.TRUNCATED));
        assertThatThrownBy(() -> second.export(folder.resolve("chain.jsonl"))).isInstanceOf(BrokenChainException.class);
        assertThatThrownBy(() -> second.evidence().sign())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContaining("entries are missing at the end");
    }

    @Test
    void invariant8_aChainCutOffWithItsCheckpointsIsFoundByTheEvidenceFiles() {
        forger.forgetCheckpoints();
        forger.truncate(3);

        assertThat(alone()).isInstanceOf(Unbroken.class);
        assertThat(together()).last().returns(new Broken(5, Flaw.TRUNCATED), ChainFiles.Found::verdict);
    }

    @Test
    void invariant8_anExportOfYesterdayIsNotCutOffByEvidenceOfToday() {
        Path yesterday = first.export(folder.resolve("yesterday.jsonl"));
        second.night();

        assertThat(ChainFiles.verify(List.of(evidence(), yesterday), Optional.of(vault.verifyingKey())))
                .hasSize(3)
                .allMatch(found -> found.verdict() instanceof Unbroken);
    }

    @Test
    void invariant8_anEvidenceFileLeftOutEditedOrOfAnotherChainIsFound() throws Exception {
        second.night();
        Path earlier = evidence().resolve("20260602-000000004.jsonl.zip");
        byte[] kept = Files.readAllBytes(earlier);

        Files.delete(earlier);
        assertThat(together()).first().returns(new Broken(1, Flaw.DOES_NOT_JOIN), ChainFiles.Found::verdict);

        kept[kept.length / 2] ^= 1;
        Files.write(earlier, kept);
        assertThat(together())
                .filteredOn(found -> found.path().equals(earlier))
                .singleElement()
                .returns(true, found -> found.verdict() instanceof Broken);
    }

    @Test
    void invariant8_aFolderWithoutEvidenceIsNoProof() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path export = second.export(folder.resolve("chain.jsonl"));

        assertThat(ChainFiles.verify(List.of(empty, export), Optional.of(vault.verifyingKey())))
                .hasSize(2)
                .first()
                .isEqualTo(new ChainFiles.Found(empty, new Broken(Broken.WHOLE, Flaw.NO_EVIDENCE)));
    }

    @Test
    void invariant8_anExportWithEveryCheckpointCutOutIsFoundByTheEvidenceBesideIt() throws Exception {
        Path export = second.export(folder.resolve("chain.jsonl"));
        List<String> lines = new ArrayList<>(Files.readAllLines(export));
        assertThat(lines.removeIf(ChainLines::isCheckpoint)).isTrue();
        Files.write(export, lines);

        assertThat(ChainFiles.verify(List.of(evidence(), export), Optional.of(vault.verifyingKey())))
                .last()
                .returns(new Broken(lines.size() + 1, Flaw.CHECKPOINT_MISSING), ChainFiles.Found::verdict);
        assertThat(ChainFile.verify(export, Optional.of(vault.verifyingKey())))
                .as("without evidence there is only their number to tell by")
                .isInstanceOfSatisfying(
                        Unbroken.class,
                        unbroken -> assertThat(unbroken.checkpoints()).isZero());
    }

    @Test
    void invariant8_anEvidenceFileLeftOutAtTheEndIsFoundByTheExport() throws Exception {
        second.night();
        Files.delete(evidence().resolve("20260603-000000007.jsonl.zip"));

        assertThat(together()).last().returns(new Broken(10, Flaw.EVIDENCE_MISSING), ChainFiles.Found::verdict);
    }

    @Test
    void whatCannotBeReadHidesNoOtherVerdict() throws Exception {
        Path odd = Files.createDirectory(evidence().resolve("20260601-odd.zip"));

        assertThat(together())
                .hasSize(3)
                .contains(new ChainFiles.Found(odd, new Broken(Broken.WHOLE, Flaw.CANNOT_BE_READ)))
                .filteredOn(found -> found.verdict() instanceof Unbroken)
                .hasSize(2);
    }

    private TestEvidence at(Instant night) {
        return TestEvidence.of(ledger, vault, Clock.fixed(night, ZoneId.of("Asia/Tokyo")), evidence());
    }

    private Path evidence() {
        return folder.resolve("evidence");
    }

    /** The verdict on an export by itself. */
    private Verdict alone() {
        return ChainFile.verify(
                second.exportUnfollowed(folder.resolve("chain.jsonl")), Optional.of(vault.verifyingKey()));
    }

    /** The verdicts on the evidence files and an export together. */
    private List<ChainFiles.Found> together() {
        Path export = second.export(folder.resolve("chain.jsonl"));
        return ChainFiles.verify(List.of(evidence(), export), Optional.of(vault.verifyingKey()));
    }
}
