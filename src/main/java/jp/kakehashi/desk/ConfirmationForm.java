package jp.kakehashi.desk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakehashi.casefile.Confirmation;
import jp.kakehashi.casefile.Proviso;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of confirmations as it was sent: for each case {@code digest-{id}}, {@code text-{id}}, where it is asked for
 * {@code why-{id}}, and {@code proviso-{id}} for every circumstance that applies; {@code case} for every case confirmed, which
 * says that no other circumstance does.
 */
record ConfirmationForm(MultiValueMap<String, String> fields) {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LINE = 400;
    private static final String CONFIRMED = "case";
    private static final String CIRCUMSTANCE = "proviso-";

    /**
     * The officer's word on every case that was ticked, or of which a circumstance applies.
     *
     * @throws ResponseStatusException 400 where the page did not send what belongs to it
     */
    List<Confirmation> all() {
        Stream<String> confirmed = fields.getOrDefault(CONFIRMED, List.of()).stream();
        Stream<String> apart = fields.keySet().stream()
                .filter(field -> field.startsWith(CIRCUMSTANCE))
                .map(field -> field.substring(CIRCUMSTANCE.length()));
        return Stream.concat(confirmed, apart)
                .map(ConfirmationForm::id)
                .distinct()
                .map(this::of)
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException no) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, no);
        }
    }

    private Confirmation of(UUID id) {
        String text = one("text-" + id);
        String digest = one("digest-" + id);
        String why = fields.getOrDefault("why-" + id, List.of("")).get(0);
        if (text == null || digest == null || text.length() > LONGEST_TEXT || why.length() > LONGEST_LINE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Confirmation(id, digest, text.strip(), why.strip(), answers(id));
    }

    private String one(String field) {
        return fields.getFirst(field);
    }

    private Map<Proviso, Boolean> answers(UUID id) {
        List<String> applying = fields.getOrDefault(CIRCUMSTANCE + id, List.of());
        if (!Set.copyOf(Arrays.stream(Proviso.values()).map(Enum::name).toList())
                .containsAll(applying)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Map<Proviso, Boolean> answers = new EnumMap<>(Proviso.class);
        for (Proviso proviso : Proviso.values()) {
            answers.put(proviso, applying.contains(proviso.name()));
        }
        return answers;
    }
}
