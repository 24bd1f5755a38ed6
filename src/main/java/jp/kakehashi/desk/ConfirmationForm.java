package jp.kakehashi.desk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.casefile.Confirmation;
import jp.kakehashi.casefile.Proviso;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of confirmations as it was sent: for each case {@code digest-{id}}, {@code text-{id}}, and {@code proviso-{id}}
 * for every circumstance that applies. Ticking a case says that no other circumstance does.
 */
record ConfirmationForm(MultiValueMap<String, String> fields) {

    private static final int LONGEST_TEXT = 2000;

    /**
     * The officer's word on one case.
     *
     * @throws ResponseStatusException 400 where the page did not send what belongs to it
     */
    Confirmation of(UUID id) {
        String text = one("text-" + id);
        String digest = one("digest-" + id);
        if (text == null || digest == null || text.length() > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Confirmation(id, digest, text.strip(), answers(id));
    }

    private String one(String field) {
        return fields.getFirst(field);
    }

    private Map<Proviso, Boolean> answers(UUID id) {
        List<String> applying = fields.getOrDefault("proviso-" + id, List.of());
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
