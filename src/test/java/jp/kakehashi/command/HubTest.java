package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kakehashi.vault.VerifyingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors at the terminal, walked through as a person does on the first day. */
class HubTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void anUnknownVerbShowsTheUsage() {
        assertThat(hub("fly")).isEqualTo(2);
        assertThat(said(errors))
                .contains("no such verb: fly", "hub serve --role=ward|bureau", "hub verify FILE|FOLDER...");
        assertThat(hub()).isEqualTo(2);
    }

    @Test
    void aWrongOptionIsNamed() {
        assertThat(hub("serve")).isEqualTo(2);
        assertThat(hub("serve", "--role=king")).isEqualTo(2);
        assertThat(hub("serve", "--role=ward", "--role=ward")).isEqualTo(2);
        assertThat(hub("serve", "--colour=red")).isEqualTo(2);
        assertThat(hub("serve", "--role=ward", "--config=" + folder.resolve("none.yaml")))
                .isEqualTo(2);
        assertThat(said(errors))
                .contains("missing: --role=", "--role is ward or bureau: king", "given twice: --role")
                .contains("no such option: --colour=red", "none.yaml");
    }

    @Test
    void aDemoThatCannotKeepAnythingSaysWhere() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");

        assertThat(hub("demo", "--out=" + taken)).isEqualTo(2);
        assertThat(said(errors)).contains("cannot be made or read", taken.toString());
    }

    @Test
    void theFirstDay() throws IOException {
        String config = configuration();

        assertThat(hub("keys", "create", config)).as(said(errors)).isZero();
        assertThat(hub("keys", "create", config)).isEqualTo(1);
        assertThat(said(errors)).contains("keys.json", "既に存在");

        assertThat(addPerson("架空のパスワード2026", config)).as(said(errors)).isZero();
        assertThat(said(out)).contains("done: t-hanako");

        assertThat(addPerson("架空のパスワード2026", config)).isEqualTo(1);
        assertThat(said(errors)).contains("exists: t-hanako");

        String[] nextYear = {
            "people",
            "appoint",
            "--account=t-hanako",
            "--post=主事",
            "--as=取扱者",
            "--from=2099-04-01",
            "--until=2100-03-31",
            config
        };
        assertThat(hub(nextYear)).as(said(errors)).isZero();
        assertThat(hub(nextYear)).isEqualTo(1);
        assertThat(said(errors)).contains("account or appointment exists: t-hanako");
    }

    @Test
    void aShortPasswordIsRefusedWithoutRepeatingIt() throws IOException {
        String config = configuration();
        hub("keys", "create", config);

        assertThat(addPerson("short-one", config)).isEqualTo(1);

        assertThat(said(errors)).contains("12文字以上").doesNotContain("short-one");
    }

    @Test
    void peopleWithoutAKeyFileAreToldWhichFileIsMissing() throws IOException {
        assertThat(addPerson("架空のパスワード2026", configuration())).isEqualTo(1);
        assertThat(said(errors)).contains("keys.json", "hub keys create");
    }

    @Test
    void aWrongDesignationIsNamed() {
        List<String> add = List.of("people", "add", "--account=a-b", "--name=架空", "--post=主事");

        assertThat(hub(with(add, "--as=国王"))).isEqualTo(2);
        assertThat(hub(with(add, "--as=取扱者", "--from=6/1"))).isEqualTo(2);
        assertThat(hub(with(add, "--as=取扱者", "--from=2026-06-02", "--until=2026-06-01")))
                .isEqualTo(2);
        assertThat(said(errors)).contains("取扱者 (HANDLER)", "2026-06-01: 6/1", "終了日 2026-06-01");
    }

    @Test
    void invariant8_anExportedChainIsVerifiedWithoutADatabase() throws Exception {
        Path chain = resource("chain-v1.jsonl");
        String key = "--public-key=" + resource("chain-v1.pem");
        assertThat(hub("verify", chain.toString(), key)).isZero();
        assertThat(said(out)).contains("4 entries (1–4), 2 nightly checkpoints, unbroken", "signatures were checked");
        assertThat(hub("verify", chain.toString())).isZero();
        assertThat(said(out)).contains("signatures were not checked");

        Path edited = folder.resolve("edited.jsonl");
        Files.writeString(edited, Files.readString(chain).replace("t-hanako", "t-jiro"));
        assertThat(hub("verify", edited.toString())).isEqualTo(1);
        assertThat(said(errors)).contains("edited.jsonl:3: 内容が書き換えられています / has been edited");
    }

    @Test
    void whatCannotBeVerifiedIsNamed() throws Exception {
        String chain = resource("chain-v1.jsonl").toString();

        assertThat(hub("verify", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(hub("verify")).isEqualTo(2);
        assertThat(hub("verify", chain, folder.toString()))
                .as("a folder without evidence")
                .isEqualTo(2);
        assertThat(said(out)).as("and the other still has its verdict").contains("unbroken");
        assertThat(hub("verify", chain, "--public-key=" + folder.resolve("none.pem")))
                .isEqualTo(2);
        assertThat(hub("verify", chain, "--public-key=" + chain)).isEqualTo(2);

        assertThat(said(errors))
                .contains(folder.resolve("none") + ": 読めません / cannot be read")
                .contains(
                        folder + ": 証跡ファイル（.zip）がありません / holds no evidence file",
                        "name an export or a folder",
                        "none.pem")
                .contains("is no Ed25519 public key in PEM");
    }

    @Test
    void thePublicKeyIsShownAndNothingElseOfTheKeyFile() throws IOException {
        String config = configuration();
        hub("keys", "create", config);
        out.reset();

        assertThat(hub("keys", "public", config)).isZero();

        assertThat(VerifyingKey.ofPem(said(out))).isPresent();
        assertThat(said(out)).hasLineCount(3);
    }

    private Path resource(String name) throws URISyntaxException {
        return Path.of(getClass().getResource("/jp/kakehashi/register/" + name).toURI());
    }

    private String configuration() throws IOException {
        Path file = folder.resolve("hub.yaml");
        Files.writeString(file, """
                kakehashi:
                  keys:
                    file: "%s"
                  ledger:
                    url: "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                """.formatted(folder.resolve("secret/keys.json"), folder.resolve("ledger")));
        return "--config=" + file;
    }

    private int addPerson(String password, String config) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((password + "\n").getBytes(UTF_8)));
        try {
            return hub("people", "add", "--account=t-hanako", "--name=架空 花子", "--post=主事", "--as=取扱者,立会人", config);
        } finally {
            System.setIn(before);
        }
    }

    private int hub(String... arguments) {
        return hub(List.of(arguments));
    }

    private int hub(List<String> arguments) {
        return Hub.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));
    }

    private static List<String> with(List<String> arguments, String... more) {
        return java.util.stream.Stream.concat(arguments.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}
