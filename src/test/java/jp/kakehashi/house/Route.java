package jp.kakehashi.house;

import java.util.List;
import java.util.stream.Stream;

/**
 * One route: one sentence of business.
 *
 * @param place its definition
 */
record Route(Place place) {

    String id() {
        return place.text("id");
    }

    /** The id that the file's own name asks for: {@code ward/30-seal.camel.yaml} → {@code ward-30-seal}. */
    String idOfFile() {
        return place.file().replaceFirst("\\.camel\\.yaml$", "").replace('/', '-');
    }

    /** The error policy it names. */
    String policy() {
        return place.text("routeConfigurationId");
    }

    Address from() {
        return new Address(place.at("from").map(from -> from.text("uri")).orElse(""));
    }

    List<Step> steps() {
        return place.at("from").map(Step::in).orElse(List.of());
    }

    /** Every step, in reading order. */
    Stream<Step> everyStep() {
        return steps().stream().flatMap(Step::everyStep);
    }

    /** Whether it goes to an endpoint that takes what it needs to know as headers: parameters, the name of a file. */
    boolean speaksByHeader() {
        return everyStep().anyMatch(step -> step.goesTo("jdbc") || step.goesTo("file"));
    }
}
