package jp.kakehashi.house;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One step of a route.
 *
 * @param kind what Camel calls it: {@code bean}, {@code split}, {@code to}
 * @param place what is said of it
 */
record Step(String kind, Place place) {

    /** The steps at a {@code steps:} list, one level deep. */
    static List<Step> in(Place owner) {
        return owner.at("steps").map(Place::items).orElse(List.of()).stream()
                .flatMap(item -> item.entries().entrySet().stream())
                .map(Step::of)
                .toList();
    }

    private static Step of(Map.Entry<String, Place> entry) {
        return new Step(entry.getKey(), entry.getValue());
    }

    /** The lists of steps that this one holds: its own, and those of each branch of a choice. */
    List<List<Step>> branches() {
        Stream<Place> whens = place.at("when").map(Place::items).orElse(List.of()).stream();
        Stream<Place> holders = Stream.of(Stream.of(place), whens, place.at("otherwise").stream())
                .flatMap(s -> s);
        return holders.map(Step::in).filter(steps -> !steps.isEmpty()).toList();
    }

    /** This step and every step within it, in reading order. */
    Stream<Step> everyStep() {
        return Stream.concat(
                Stream.of(this), branches().stream().flatMap(List::stream).flatMap(Step::everyStep));
    }

    /** The address of a {@code to}; empty for any other step. */
    String uri() {
        return place.isText() ? place.text() : place.text("uri");
    }

    boolean goesTo(String scheme) {
        return kind.equals("to") && new Address(uri()).scheme().startsWith(scheme);
    }
}
