package jp.kakehashi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipFile;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.BrokenChainException;
import jp.kakehashi.register.ChainFiles;
import jp.kakehashi.register.TestEvidence;
import jp.kakehashi.register.Verdict;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route of evidence files in a real Camel, with real files. */
class EvidenceRouteTest {

    private static final String POLICY = "- routeConfiguration:\n    id: ledger-stage\n";
    private static final String NAME = "20260602-000000002.jsonl";

    @TempDir
    private Path parent;

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T15:10:00Z"), ZoneId.of("Asia/Tokyo"));
    private final TestLedger ledger = TestLedger.h2();
    private final Vault vault = TestVault.fresh();
    private Path folder;
    private TestEvidence office;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        folder = parent.resolve("evidence");
        office = TestEvidence.of(ledger, vault, clock, folder);
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("evidence", office.evidence());
        Properties settings = new Properties();
        settings.setProperty("kakehashi.evidence.folder", folder.toString());
        camel.getPropertiesComponent().setInitialProperties(settings);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(
                        ResourceHelper.fromString("policy.camel.yaml", POLICY),
                        ResourceHelper.resolveResource(camel, "file:routes/shared/50-evidence.camel.yaml"));
        camel.start();
        office.acts("case-viewed", "case-confirmed");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theDaysSegmentIsLaidDownAsAZipOfOneFile() throws Exception {
        night();

        assertThat(folder).isDirectoryContaining("glob:**/" + NAME + ".zip");
        try (ZipFile zip = new ZipFile(file().toFile())) {
            assertThat(zip.stream()).singleElement().hasToString(NAME);
        }
        assertThat(ChainFiles.verify(List.of(folder), Optional.of(vault.verifyingKey())))
                .singleElement()
                .returns(true, found -> found.verdict() instanceof Verdict.Unbroken);
        assertThat(ledger.jdbc()
                        .sql("select subject from chain_entry where verb = 'evidence-written'")
                        .query(String.class)
                        .list())
                .containsExactly(NAME + ".zip");
    }

    @Test
    void everyNightAddsOneFileAndTouchesNone() throws Exception {
        night();
        byte[] before = Files.readAllBytes(file());

        night();

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        assertThat(file()).hasBinaryContent(before);
        assertThat(ChainFiles.verify(List.of(folder), Optional.of(vault.verifyingKey())))
                .hasSize(2)
                .allMatch(found -> found.verdict() instanceof Verdict.Unbroken);
    }

    @Test
    void aFileThatWasLaidDownBeforeTheCrashIsNotedAfterIt() throws Exception {
        night();
        byte[] before = Files.readAllBytes(file());
        ledger.jdbc().sql("delete from evidence_file").update();

        night();

        assertThat(file()).hasBinaryContent(before);
        assertThat(office.evidence().outstanding()).isEmpty();
    }

    @Test
    void anotherFileUnderTheNameIsNeverOverwritten() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(file(), "架空");

        assertThatThrownBy(this::night).hasRootCauseInstanceOf(BrokenChainException.class);

        assertThat(file()).hasContent("架空");
        assertThat(office.evidence().outstanding()).hasSize(1);
    }

    private void night() {
        try (var routes = camel.createProducerTemplate()) {
            routes.sendBody("direct:shared-50-evidence", null);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve(NAME + ".zip");
    }
}
