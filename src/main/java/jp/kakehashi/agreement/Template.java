package jp.kakehashi.agreement;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    @Override
    public String toString() {
        return text;
    }
}
