package jp.kakehashi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("ward.keys");
    }

    @Test
    void theSameFileOpensWhatWasSealedBefore() {
        KeyFile.create(file, "ward", false, CREATED);
        byte[] sealed = KeyFile.load(file, false).vault().sealText("架空", "test");

        assertThat(KeyFile.load(file, false).vault().openText(sealed, "test")).isEqualTo("架空");
    }

    @Test
    void keysAre256BitsAndReadableByTheOwnerOnly() throws IOException {
        KeyFile.create(file, "ward", false, CREATED);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        for (String keyset : new String[] {"sealing", "digesting"}) {
            String value = json.at("/" + keyset + "/key/0/keyData/value").asText();
            assertThat(Base64.getDecoder().decode(value)).hasSizeGreaterThanOrEqualTo(32);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void neverOverwritesKeys() {
        KeyFile.create(file, "ward", false, CREATED);

        assertThatThrownBy(() -> KeyFile.create(file, "ward", false, CREATED))
                .hasMessageContainingAll("ward.keys", "既に存在", "exists already");
    }

    @Test
    void laxRightsAreRefused() throws IOException {
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX rights");
        KeyFile.create(file, "ward", false, CREATED);

        for (String rights : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw------x"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(() -> KeyFile.load(file, true))
                    .isInstanceOf(KeyFileException.class)
                    .hasMessageContainingAll("ward.keys", "所有者", "chmod 600");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> KeyFile.load(file, false))
                .hasMessageContainingAll("ward.keys", "hub keys create", "見つかりません", "not found");
    }

    @Test
    void demoKeysAreRefusedWhereNotAllowed() {
        KeyFile.create(file, "ward", true, CREATED);

        assertThat(KeyFile.load(file, true).demo()).isTrue();
        assertThatThrownBy(() -> KeyFile.load(file, false)).hasMessageContainingAll("ward.keys", "デモ用の鍵", "demo keys");
    }

    @Test
    void damagedKeysAreRefusedWithoutQuotingThem() throws IOException {
        KeyFile.create(file, "ward", false, CREATED);
        String content = Files.readString(file);
        String key = new ObjectMapper()
                .readTree(content)
                .at("/sealing/key/0/keyData/value")
                .asText();

        Files.writeString(file, content.replace(key, "damaged"));

        assertThatThrownBy(() -> KeyFile.load(file, false))
                .hasMessageContaining("壊れています")
                .hasNoCause();
    }

    @Test
    void whatIsNoKeyFileIsRefusedWithoutQuotingIt() throws IOException {
        for (String content : new String[] {"", "{", "[]", "{\"format\":\"other\",\"kind\":\"live\"}", "secret"}) {
            Files.deleteIfExists(file);
            OwnerOnly.create(file, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThatThrownBy(() -> KeyFile.load(file, true))
                    .isInstanceOf(KeyFileException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void nothingPrintsKeys() throws IOException {
        KeyFile.create(file, "ward", false, CREATED);
        KeyFile loaded = KeyFile.load(file, false);

        assertThat(loaded.toString()).isEqualTo("KeyFile[live]");
        assertThat(loaded.vault().toString()).isEqualTo("Vault");
    }
}
