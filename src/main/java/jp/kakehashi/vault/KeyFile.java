package jp.kakehashi.vault;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * The file with the keys of one role's ledger: JSON, readable by its owner only.
 *
 * <pre>
 * {"format": "kakehashi-keys-v1", "role": "ward" or "bureau", "kind": "live" or "demo", "createdAt": ISO 8601,
 *  "sealing": Tink keyset (AES-256-GCM), "digesting": Tink keyset (HMAC-SHA-256),
 *  "signing": Tink keyset (Ed25519)}
 * </pre>
 *
 * <p>Whoever loses it loses everything that is sealed; whoever copies it can read the ledger. Keys made for the demo
 * are marked, and refused where real persons are.
 */
public final class KeyFile {

    private static final String FORMAT = "kakehashi-keys-v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String role;
    private final boolean demo;
    private final Vault vault;

    private KeyFile(String role, boolean demo, Vault vault) {
        this.role = role;
        this.demo = demo;
        this.vault = vault;
    }

    /**
     * Writes a new key file with new keys.
     *
     * @param file where; its folder must exist, the file must not
     * @param role whose keys they are, {@code ward} or {@code bureau}: the two never share any
     * @param demo whether the keys are for training and demonstration only
     * @param at when, as the file will say
     * @throws KeyFileException if it cannot be written, or is there already
     */
    public static void create(Path file, String role, boolean demo, Instant at) {
        Keysets keysets = Keysets.generate();
        var content = new Content(
                FORMAT,
                role,
                demo ? "demo" : "live",
                at.toString(),
                keysets.sealingJson(),
                keysets.digestingJson(),
                keysets.signingJson());
        try {
            OwnerOnly.create(file, JSON.writeValueAsBytes(content));
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException(file, "既に存在するため、作成しません。別の場所を指定してください。", "exists already; name another place", e);
        } catch (IOException e) {
            throw new KeyFileException(
                    file, "書き込めません。フォルダーと権限を確認してください。", "cannot be written; check the folder and its rights", e);
        }
    }

    /**
     * Reads a key file.
     *
     * @param file the file
     * @param demoAllowed whether keys of the demo will do here
     * @throws KeyFileException if it is missing, readable by others than its owner, damaged, or a demo's where that is
     *     not allowed
     */
    public static KeyFile load(Path file, boolean demoAllowed) {
        JsonNode content = read(file);
        boolean demo = content.path("kind").asText().equals("demo");
        if (demo && !demoAllowed) {
            throw new KeyFileException(
                    file,
                    "デモ用の鍵は使用できません。hub keys create で新しい鍵を作成してください。",
                    "holds demo keys, which are refused here; make new ones with: hub keys create");
        }
        return new KeyFile(content.path("role").asText(), demo, vault(file, content));
    }

    /** Whose keys they are; empty where the file does not say. */
    public String role() {
        return role;
    }

    /** Whether these keys are for training and demonstration only. */
    public boolean demo() {
        return demo;
    }

    /** The vault these keys open. */
    public Vault vault() {
        return vault;
    }

    /** Says which kind of keys, and nothing about them. */
    @Override
    public String toString() {
        return "KeyFile[" + (demo ? "demo" : "live") + "]";
    }

    private static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new KeyFileException(
                    file,
                    "見つかりません。hub keys create で作成するか、kakehashi.keys.file を確認してください。",
                    "not found; make it with hub keys create, or check kakehashi.keys.file");
        }
        try {
            if (OwnerOnly.isLax(file)) {
                throw new KeyFileException(
                        file,
                        "所有者以外が読める権限です。所有者のみ（chmod 600）に変更してください。",
                        "others than its owner have rights to it; make it owner-only (chmod 600)");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            // No cause: a parser's message would quote the file, which is the key.
            throw new KeyFileException(file, "読み取れません（" + e.getClass().getSimpleName() + "）。", "cannot be read");
        }
    }

    private static Vault vault(Path file, JsonNode content) {
        String kind = content.path("kind").asText();
        if (!content.path("format").asText().equals(FORMAT) || !(kind.equals("live") || kind.equals("demo"))) {
            throw new KeyFileException(file, "鍵ファイルの形式ではありません。", "is not of the format " + FORMAT);
        }
        try {
            return new Vault(Keysets.parse(
                    content.path("sealing").toString(),
                    content.path("digesting").toString(),
                    content.path("signing").toString()));
        } catch (GeneralSecurityException | RuntimeException e) {
            // No cause: a parser's message would quote the key.
            throw new KeyFileException(file, "鍵が壊れています。控えから戻してください。", "its keys are damaged; restore a copy");
        }
    }

    private record Content(
            String format,
            String role,
            String kind,
            String createdAt,
            @JsonRawValue String sealing,
            @JsonRawValue String digesting,
            @JsonRawValue String signing) {}
}
