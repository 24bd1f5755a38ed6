package jp.kakehashi.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every file, route and error policy of the route book keeps. Each broken rule is one line: where, and what. */
final class RouteRules {

    private static final Set<String> OF_A_FILE = Set.of("route", "routeConfiguration");
    private static final Set<String> OF_A_ROUTE =
            Set.of("id", "description", "group", "routeConfigurationId", "autoStartup", "from");
    private static final Set<String> OF_A_POLICY = Set.of("id", "description", "errorHandler", "onException");
    private static final String JAPANESE = ".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}].*";
    private static final Set<String> CATCH_ALL = Set.of("java.lang.Exception", "java.lang.Throwable");

    private final RouteBook book;
    private final Verbs verbs;
    private final StepRules steps;
    private final EndpointRules endpoints = new EndpointRules();
    private final List<String> broken = new ArrayList<>();

    private RouteRules(RouteBook book, Verbs verbs) {
        this.book = book;
        this.verbs = verbs;
        this.steps = new StepRules(verbs);
    }

    /** Every rule that the book breaks. */
    static List<String> brokenIn(RouteBook book, Verbs verbs) {
        RouteRules rules = new RouteRules(book, verbs);
        book.files().forEach(rules::checkFile);
        book.policies().forEach(rules::checkPolicy);
        book.collectingPolicies().forEach(rules::checkCollecting);
        book.routes().forEach(rules::checkRoute);
        return rules.broken;
    }

    private void checkFile(Place file) {
        file.items().forEach(item -> onlyKeys(item, OF_A_FILE, "a route file"));
        long routes = file.items().stream()
                .filter(item -> item.at("route").isPresent())
                .count();
        if (routes > 1) {
            broken(file, "holds more than one route");
        }
    }

    private void checkPolicy(Place policy) {
        onlyKeys(policy, OF_A_POLICY, "a routeConfiguration");
        if (policy.text("id").isEmpty()) {
            broken(policy, "a routeConfiguration without an id applies to every route");
        }
        policy.at("onException").map(Place::items).orElse(List.of()).stream()
                .flatMap(item -> item.at("onException").stream())
                .forEach(this::checkOnException);
    }

    private void checkOnException(Place onException) {
        onException.at("exception").map(Place::items).orElse(List.of()).stream()
                .filter(type -> !CATCH_ALL.contains(type.text()))
                .forEach(type -> broken(type, "a policy names no class but Exception or Throwable"));
        Step.in(onException).stream().flatMap(Step::everyStep).forEach(step -> broken.addAll(steps.brokenBy(step)));
    }

    private void checkCollecting(Place policy) {
        policy.everywhere()
                .flatMap(place -> place.entries().entrySet().stream())
                .filter(entry -> Set.of("handled", "continued").contains(entry.getKey()))
                .filter(entry -> entry.getValue()
                        .everywhere()
                        .noneMatch(said -> said.text().equals("false")))
                .forEach(entry -> broken(entry.getValue(), "a collecting route's policy never handles or continues"));
    }

    private void checkRoute(Route route) {
        checkIdentity(route);
        checkPolicyOf(route);
        checkReferences(route);
        broken.addAll(endpoints.brokenBy(route));
        route.everyStep().forEach(step -> broken.addAll(steps.brokenBy(step)));
        broken.addAll(steps.brokenBy(route));
    }

    private void checkIdentity(Route route) {
        onlyKeys(route.place(), OF_A_ROUTE, "a route");
        if (!route.id().equals(route.idOfFile())) {
            broken(route.place(), "the id must be that of its file: " + route.idOfFile());
        }
        if (route.place().text("description").isBlank()) {
            broken(route.place(), "a route says in one sentence what it does: description");
        }
        if (!route.place().text("group").matches(JAPANESE)) {
            broken(route.place(), "a route belongs to a Japanese group");
        }
    }

    private void checkPolicyOf(Route route) {
        Set<String> ids =
                book.policies().stream().map(policy -> policy.text("id")).collect(Collectors.toSet());
        if (route.policy().isEmpty() || !ids.contains(route.policy())) {
            broken(route.place(), "a route names exactly one routeConfiguration that exists: routeConfigurationId");
        }
    }

    private void checkReferences(Route route) {
        Set<String> begins =
                book.routes().stream().map(other -> other.from().uri()).collect(Collectors.toSet());
        route.everyStep()
                .filter(step -> step.goesTo("direct") && !begins.contains(step.uri()))
                .forEach(step -> broken(step.place(), "no route begins at " + step.uri()));
        route.place()
                .everywhere()
                .filter(place -> place.text().matches("#\\w+")
                        && !verbs.hasBean(place.text().substring(1)))
                .forEach(place ->
                        broken(place, "no bean is called " + place.text().substring(1)));
    }

    private void onlyKeys(Place place, Set<String> allowed, String what) {
        place.entries().keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> broken(place, what + " has no " + key));
    }

    private void broken(Place place, String what) {
        broken.add(place.where() + " " + what);
    }
}
