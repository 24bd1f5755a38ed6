package jp.kakehashi.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a route may begin and go to, and what an endpoint may never say. */
final class EndpointRules {

    private static final Set<String> SCHEMES =
            Set.of("timer", "quartz", "direct", "file", "jdbc", "imap", "imaps", "smtp", "smtps");
    private static final Pattern SECRET = Pattern.compile("passw(or)?d|passphrase|secret|credential|token");
    private static final Pattern USER_IN_URI = Pattern.compile("//[^/?]*:[^/?]*@");
    private static final Pattern CLASS_NAME = Pattern.compile("#(class|type):|(^|[^\\w.])([a-z]\\w*\\.){2,}[A-Z]\\w*");
    private static final String[] LOSES_MAIL = {"idempotent", "skipfailedmessage", "searchterm"};

    /** What a route breaks by its endpoints. */
    List<String> brokenBy(Route route) {
        List<String> broken = new ArrayList<>();
        checkEndpoint(route.place().at("from").orElse(route.place()), route.from(), broken);
        route.everyStep()
                .filter(step -> step.kind().equals("to"))
                .forEach(step -> checkEndpoint(step.place(), new Address(step.uri()), broken));
        checkWords(route.place(), broken);
        checkHeadersGoBeforeMail(route.steps(), broken);
        checkCadence(route, broken);
        return broken;
    }

    private static void checkEndpoint(Place place, Address address, List<String> broken) {
        if (!SCHEMES.contains(address.scheme())) {
            broken.add(line(place, "no route begins at or goes to " + address.scheme() + ":"));
        }
        if (!address.isMail()) {
            return;
        }
        if (!said(place, address).contains("headerfilterstrategy")) {
            broken.add(line(place, "a mail endpoint has a door: headerFilterStrategy"));
        }
        Stream.of(LOSES_MAIL)
                .filter(option -> said(place, address).contains(option))
                .forEach(option -> broken.add(line(place, "a mail endpoint that can lose mail: " + option)));
    }

    private static String said(Place place, Address address) {
        String options = place.at("parameters")
                .map(parameters -> parameters.entries().keySet().toString())
                .orElse("");
        return (options + address.uri()).toLowerCase(Locale.ROOT);
    }

    private static void checkWords(Place route, List<String> broken) {
        route.everywhere().forEach(place -> {
            boolean key = place.entries().keySet().stream().anyMatch(EndpointRules::isSecret);
            if (key || isSecretWord(place.text())) {
                broken.add(line(place, "a secret, or the name of one, stands in a route"));
            }
            if (USER_IN_URI.matcher(place.text()).find()) {
                broken.add(line(place, "an address carries a name and a password"));
            }
            if (CLASS_NAME.matcher(place.text()).find()) {
                broken.add(line(place, "a route names no class: " + place.text()));
            }
        });
    }

    /** A description may speak of a token; an option may not be called one. */
    private static boolean isSecretWord(String text) {
        return isSecret(text) && !text.contains(" ");
    }

    private static boolean isSecret(String word) {
        return SECRET.matcher(word.toLowerCase(Locale.ROOT)).find();
    }

    private static void checkHeadersGoBeforeMail(List<Step> steps, List<String> broken) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).goesTo("smtp") && (i == 0 || !removesAllHeaders(steps.get(i - 1)))) {
                broken.add(
                        line(steps.get(i).place(), "removeHeaders \"*\" stands directly before every smtp endpoint"));
            }
            steps.get(i).branches().forEach(branch -> checkHeadersGoBeforeMail(branch, broken));
        }
    }

    private static boolean removesAllHeaders(Step step) {
        Place place = step.place();
        return step.kind().equals("removeHeaders") && (place.text() + place.text("pattern")).equals("*");
    }

    private static void checkCadence(Route route, List<String> broken) {
        boolean onlyHandsOn = route.steps().size() == 1 && route.steps().get(0).goesTo("direct");
        if (route.from().scheme().equals("quartz") && !onlyHandsOn) {
            broken.add(line(route.place(), "a cadence is only cron → direct:"));
        }
    }

    private static String line(Place place, String what) {
        return place.where() + " " + what;
    }
}
