package jp.kakehashi.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which steps a route may take, and how plainly each must be said. */
final class StepRules {

    /** The kinds of step there are, and what each may say. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "bean", Set.of("ref", "method"),
            "split",
                    Set.of(
                            "simple",
                            "method",
                            "expression",
                            "streaming",
                            "stopOnException",
                            "aggregationStrategy",
                            "steps"),
            "choice", Set.of("when", "otherwise"),
            "setVariable", Set.of("name", "simple", "method", "constant", "expression"),
            "setBody", Set.of("simple", "method", "constant", "expression"),
            "setHeader", Set.of("name", "simple", "method", "constant", "expression"),
            "removeHeaders", Set.of("pattern"),
            "marshal", Set.of("zipFile"),
            "transacted", Set.of("ref", "steps"),
            "to", Set.of("uri", "parameters", "variableSend", "variableReceive"));

    private static final Set<String> LANGUAGES = Set.of("simple", "method", "constant");
    private static final Set<String> BESIDE_EXPRESSION =
            Set.of("steps", "name", "id", "streaming", "stopOnException", "aggregationStrategy");
    private static final Set<String> SET_FOR_ENDPOINTS = Set.of("setBody", "setHeader");
    /** A name; what an endpoint answered into variables may be handed over beside the body, as it is. */
    private static final Pattern VERB = Pattern.compile(
            "([a-z][A-Za-z0-9]*)(\\(VARIABLE(, VARIABLE)*\\))?".replace("VARIABLE", "\\$\\{variable\\.[a-z]+}"));

    private static final Pattern PATH = Pattern.compile("\\$\\{(body|variable)(\\.[a-z][A-Za-z0-9]*)*}");
    private static final Pattern STATE = Pattern.compile("\\$\\{body\\.state} == '[A-Z_]+'");

    private final Verbs verbs;

    StepRules(Verbs verbs) {
        this.verbs = verbs;
    }

    /** What one step breaks, looked at by itself. */
    List<String> brokenBy(Step step) {
        List<String> broken = new ArrayList<>();
        Set<String> sayable = KINDS.get(step.kind());
        if (sayable == null) {
            return List.of(line(step.place(), step.kind() + " is no step of a route"));
        }
        step.place().entries().keySet().stream()
                .filter(key -> !sayable.contains(key) && !key.equals("id"))
                .forEach(key -> broken.add(line(step.place(), "a " + step.kind() + " says no " + key)));
        switch (step.kind()) {
            case "bean" -> checkVerb(step.place(), broken);
            case "split" -> checkSplit(step.place(), broken);
            case "setVariable", "setBody", "setHeader" -> checkExpression(step.place(), LANGUAGES, PATH, broken);
            case "transacted" -> checkTransaction(step.place(), broken);
            case "choice" -> checkChoice(step.place(), broken);
            default -> {}
        }
        return broken;
    }

    /** What a route breaks by the company its steps keep. */
    List<String> brokenBy(Route route) {
        List<String> broken = new ArrayList<>();
        if (route.everyStep().filter(step -> step.kind().equals("choice")).count() > 1) {
            broken.add(line(route.place(), "a route has at most one choice"));
        }
        if (!route.speaksByHeader()) {
            route.everyStep()
                    .filter(step -> SET_FOR_ENDPOINTS.contains(step.kind()))
                    .forEach(step -> broken.add(
                            line(step.place(), step.kind() + " is only for a route that asks jdbc or writes a file")));
        }
        return broken;
    }

    private void checkSplit(Place split, List<String> broken) {
        checkExpression(split, Set.of("simple", "method"), PATH, broken);
        split.at("aggregationStrategy")
                .filter(strategy -> !verbs.hasBean(strategy.text().replaceFirst("^#", "")))
                .ifPresent(strategy -> broken.add(line(strategy, "no bean is called " + strategy.text())));
    }

    private void checkChoice(Place choice, List<String> broken) {
        List<Place> whens = choice.at("when").map(Place::items).orElse(List.of());
        whens.forEach(when -> checkExpression(when, Set.of("simple", "method"), STATE, broken));
    }

    private void checkExpression(Place owner, Set<String> sayable, Pattern simple, List<String> broken) {
        Place said = owner.at("expression").orElse(owner);
        List<String> languages = said.entries().keySet().stream()
                .filter(key -> !BESIDE_EXPRESSION.contains(key))
                .toList();
        if (languages.size() != 1 || !sayable.containsAll(languages)) {
            broken.add(line(owner, "works on one expression of the kinds " + sayable + ", not on " + languages));
        }
        said.at("simple")
                .filter(text -> !simple.matcher(text.text()).matches())
                .ifPresent(text -> broken.add(line(text, "an expression that ought to be Java: " + text.text())));
        said.at("method").ifPresent(method -> checkVerb(method, broken));
    }

    private void checkTransaction(Place transacted, List<String> broken) {
        if (!verbs.hasBean(transacted.text("ref"))) {
            broken.add(line(transacted, "a transaction names its policy, a bean: ref"));
        }
    }

    private void checkVerb(Place bean, List<String> broken) {
        String ref = bean.text("ref");
        Matcher call = VERB.matcher(bean.text("method"));
        boolean plain = call.matches();
        String verb = plain ? call.group(1) : "";
        if (ref.isEmpty() || !plain) {
            broken.add(line(bean, "a bean is called by ref and method, both by name"));
        } else if (!verbs.hasBean(ref)) {
            broken.add(line(bean, "no bean is called " + ref));
        } else if (!verbs.hasVerb(ref, verb)) {
            broken.add(line(bean, "the bean " + ref + " has not exactly one method " + verb));
        }
    }

    private static String line(Place place, String what) {
        return place.where() + " " + what;
    }
}
