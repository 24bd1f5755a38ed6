package jp.kakehashi.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words of the agreement with places to fill, such as 「提供情報の送付について（{controlNumber}）」.
 *
 * @param text the words; a place is a name of letters between braces
 */
public record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The names of the places, sorted. */
    public Set<String> places() {
        Set<String> names = new TreeSet<>();
        PLACE.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    /**
     * The words with every place filled.
     *
     * @param values what to put into each place
     * @throws IllegalArgumentException for a place without a value, named in the message
     */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /**
     * Reads filled words back.
     *
     * @param line what somebody else wrote
     * @return the value of every place, or nothing where the line is not these words
     */
    Optional<Map<String, String>> read(String line) {
        List<String> names = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(text.substring(from, place.start()))).append("(.{1,100}?)");
            names.add(place.group(1));
            from = place.end();
        }
        Matcher said =
                Pattern.compile(pattern + Pattern.quote(text.substring(from))).matcher(line.stripTrailing());
        return said.matches()
                ? Optional.of(IntStream.range(0, names.size())
                        .boxed()
                        .collect(Collectors.toMap(names::get, i -> said.group(i + 1), (first, again) -> first)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
