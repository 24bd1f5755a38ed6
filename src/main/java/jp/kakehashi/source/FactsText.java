package jp.kakehashi.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import jp.kakehashi.register.Sha256;

/** The one written form of facts: JSON in the order of the records' fields. The digest is taken over it. */
final class FactsText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private FactsText() {}

    static String write(Facts facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts do not fit their written form", e);
        }
    }

    static Facts read(String text) {
        try {
            return JSON.readValue(text, Facts.class);
        } catch (JsonProcessingException e) {
            // Not its message, and not as a cause: it quotes the person's data.
            throw new IllegalStateException(
                    "kept facts are not in their written form: " + e.getClass().getSimpleName());
        }
    }

    static String digest(Facts facts) {
        Facts timeless =
                new Facts(facts.person(), facts.instalments(), facts.events(), facts.payments(), Instant.EPOCH);
        return Sha256.hex(write(timeless).getBytes(UTF_8));
    }
}
