package jp.kakehashi.mailroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import jp.kakehashi.vault.Vault;

/** Small facts kept together in one sealed column. */
final class Details {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vault vault;
    private final String context;

    Details(Vault vault, String context) {
        this.vault = vault;
        this.context = context;
    }

    byte[] seal(Map<String, String> detail) {
        try {
            return vault.sealText(JSON.writeValueAsString(new TreeMap<>(detail)), context);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details cannot be written as JSON: " + context, e);
        }
    }

    Map<String, String> open(byte[] sealed) {
        try {
            return JSON.readValue(vault.openText(sealed, context), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details are no longer JSON: " + context, e);
        }
    }
}
