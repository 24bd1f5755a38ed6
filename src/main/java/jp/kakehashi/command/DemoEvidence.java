package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.ChainFiles;
import jp.kakehashi.register.Verdict;
import jp.kakehashi.routing.Cadence;
import jp.kakehashi.vault.Vault;
import jp.kakehashi.vault.VerifyingKey;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of the demo: the ward's chain is signed, laid down and taken out, and verified from outside. */
final class DemoEvidence {

    private static final Actor DEMO = Actor.machine("demo");

    private final DemoStage stage;
    private final Path folder;

    /**
     * Of what was played on this stage.
     *
     * @param folder where {@code chain-export.zip} and {@code chain-public-key.pem} go
     */
    DemoEvidence(DemoStage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    /**
     * Writes it out, checks it with nothing but files, and says how many acts it holds.
     *
     * @throws DemoException if it does not verify
     */
    void prove(DemoPrint print) {
        stage.ward(Cadence.class).fire("shared-50-evidence");
        long entries = verified();
        print.step(
                "  ",
                "操作記録 %d 件を書き出し、署名と証跡ファイルを外から検証しました".formatted(entries),
                "the chain of %d acts was taken out, and verified from outside with its signatures".formatted(entries));
    }

    private long verified() {
        try {
            String pem = stage.ward(Vault.class).verifyingKey().pem();
            Path key = Files.writeString(folder.resolve("chain-public-key.pem"), pem);
            Path export = export(folder.resolve("chain-export.zip"), pem);
            List<Path> paths = List.of(stage.folder().resolve("ward").resolve("evidence"), export);
            List<ChainFiles.Found> found = ChainFiles.verify(paths, VerifyingKey.ofPem(Files.readString(key)));
            found.stream()
                    .filter(file -> file.verdict() instanceof Verdict.Broken)
                    .findFirst()
                    .ifPresent(file -> {
                        throw new DemoException("the chain does not verify: " + file);
                    });
            return ((Verdict.Unbroken) found.get(found.size() - 1).verdict()).entries();
        } catch (IOException e) {
            throw new DemoException("the chain could not be written to " + folder + ": " + e.getMessage());
        }
    }

    private Path export(Path file, String pem) throws IOException {
        new TransactionTemplate(stage.ward(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> stage.ward(Chain.class).append(DEMO, new Act("chain-exported", "chain")));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("chain.jsonl"));
            stage.ward(Chain.class).export(zip);
            zip.putNextEntry(new ZipEntry("chain-public-key.pem"));
            zip.write(pem.getBytes(UTF_8));
        }
        return file;
    }
}
