package jp.kakehashi.house;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a route file: what stands there, and on which line. */
final class Place {

    private final String file;
    private final Node node;

    private Place(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * The whole of a file.
     *
     * @param file its path below {@code routes}, as {@code ward/30-seal.camel.yaml}
     * @param yaml its text
     */
    static Place of(String file, String yaml) {
        return new Place(file, new Yaml(new LoaderOptions()).compose(new StringReader(yaml)));
    }

    String file() {
        return file;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** File and line, as an editor understands it. */
    String where() {
        return "routes/" + file + ":" + line();
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The text of a scalar; empty for anything else. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The items of a list; none for anything else. */
    List<Place> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(item -> new Place(file, item)).toList()
                : List.of();
    }

    /** The entries of a map, in their order; none for anything else. */
    Map<String, Place> entries() {
        Map<String, Place> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            map.getValue()
                    .forEach(tuple -> entries.put(
                            ((ScalarNode) tuple.getKeyNode()).getValue(), new Place(file, tuple.getValueNode())));
        }
        return entries;
    }

    Optional<Place> at(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The text at a key; empty when there is none. */
    String text(String key) {
        return at(key).map(Place::text).orElse("");
    }

    /** This place and every place below it. */
    Stream<Place> everywhere() {
        Stream<Place> below = Stream.concat(items().stream(), entries().values().stream());
        return Stream.concat(Stream.of(this), below.flatMap(Place::everywhere));
    }
}
