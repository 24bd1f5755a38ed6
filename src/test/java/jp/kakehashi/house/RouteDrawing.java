package jp.kakehashi.house;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the route book down: each route, its steps with file and line, its error policy, its transactions. */
final class RouteDrawing {

    private static final String HEAD = """
            # The route book

            Written by `RouteBookTest` from the files in `routes`; write it anew with
            `mvn test -Dtest=RouteBookTest -Ddocs.write=true`. *tx* names the transaction that a step runs in; where the
            name ends, the transaction has ended.

            """;

    private final RouteBook book;

    RouteDrawing(RouteBook book) {
        this.book = book;
    }

    /** The whole book as Markdown, by folder. */
    String markdown() {
        Map<String, List<Route>> folders = book.routes().stream()
                .collect(Collectors.groupingBy(
                        route -> route.place().file().replaceFirst("/.*", ""), TreeMap::new, Collectors.toList()));
        return HEAD
                + policies()
                + folders.entrySet().stream()
                        .map(folder -> "\n## " + folder.getKey() + "\n" + all(folder.getValue()))
                        .collect(Collectors.joining());
    }

    private String policies() {
        String rows = book.policies().stream()
                .map(policy ->
                        "| `" + policy.text("id") + "` | " + policy.text("description") + " | " + link(policy) + " |\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "## Error policies\n\n| id | what it does | where |\n|---|---|---|\n" + rows;
    }

    private static String all(List<Route> routes) {
        return routes.stream().map(RouteDrawing::route).collect(Collectors.joining());
    }

    private static String route(Route route) {
        StringBuilder text =
                new StringBuilder("\n### `" + route.id() + "` (" + route.place().text("group") + ")\n\n"
                        + route.place().text("description") + " Error policy: `" + route.policy() + "`.\n\n"
                        + "| step | tx | where |\n|---|---|---|\n"
                        + "| from `" + route.from().uri() + "` | | "
                        + link(route.place().at("from").orElse(route.place()))
                        + " |\n");
        steps(route.steps(), "", "", text);
        return text.toString();
    }

    private static void steps(List<Step> steps, String indent, String transaction, StringBuilder text) {
        String current = transaction;
        for (Step step : steps) {
            boolean opens = step.kind().equals("transacted");
            String inside = opens ? step.place().text("ref") : current;
            text.append("| ")
                    .append(indent)
                    .append(said(step))
                    .append(" | ")
                    .append(inside)
                    .append(" | ")
                    .append(link(step.place()))
                    .append(" |\n");
            step.branches().forEach(branch -> steps(branch, indent + "· ", inside, text));
            if (opens && step.branches().isEmpty()) {
                current = inside;
            }
        }
    }

    private static String said(Step step) {
        Place place = step.place();
        return switch (step.kind()) {
            case "bean" -> "`" + place.text("ref") + "." + place.text("method") + "`";
            case "to" -> "to `" + step.uri() + "`";
            case "setVariable", "setHeader" -> step.kind() + " `" + place.text("name") + "`";
            case "choice" ->
                "choice on "
                        + place.at("when").map(Place::items).orElse(List.of()).stream()
                                .map(RouteDrawing::predicate)
                                .collect(Collectors.joining(", "));
            default -> step.kind();
        };
    }

    private static String predicate(Place when) {
        Place said = when.at("expression").orElse(when);
        return said.at("method")
                .map(method -> "`" + method.text("ref") + "." + method.text("method") + "`")
                .orElse("`" + said.text("simple") + "`");
    }

    private static String link(Place place) {
        String name = place.file().replaceFirst(".*/", "").replaceFirst("\\.camel\\.yaml$", "");
        return "[" + name + ":" + place.line() + "](../routes/" + place.file() + "#L" + place.line() + ")";
    }
}
