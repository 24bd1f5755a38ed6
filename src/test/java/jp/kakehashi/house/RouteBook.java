package jp.kakehashi.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All routes and error policies, read from their files.
 *
 * @param files the whole of each file
 */
record RouteBook(List<Place> files) {

    /** Reads every {@code *.camel.yaml} below a folder. */
    static RouteBook in(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path path : paths.filter(path -> path.toString().endsWith(".camel.yaml"))
                    .toList()) {
                texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return of(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads texts, each under the path its file would have below {@code routes}. */
    static RouteBook of(Map<String, String> texts) {
        return new RouteBook(texts.entrySet().stream()
                .map(text -> Place.of(text.getKey(), text.getValue()))
                .toList());
    }

    List<Route> routes() {
        return named("route").map(Route::new).toList();
    }

    /** The error policies: Camel's route configurations. */
    List<Place> policies() {
        return named("routeConfiguration").toList();
    }

    /** The policies that the routes collecting from outside name. */
    List<Place> collectingPolicies() {
        List<String> named = routes().stream()
                .filter(route -> route.from().collects())
                .map(Route::policy)
                .toList();
        return policies().stream()
                .filter(policy -> named.contains(policy.text("id")))
                .toList();
    }

    private Stream<Place> named(String kind) {
        return files.stream().flatMap(file -> file.items().stream()).flatMap(item -> item.at(kind).stream());
    }
}
