package jp.kakehashi.house;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A route and two policies that keep every rule, and one small change of them for each rule that can be broken. */
final class PlantedRoutes {

    static final String POLICIES = """
            - routeConfiguration:
                id: ledger-stage
                onException:
                  - onException:
                      exception: [java.lang.Throwable]
                      steps:
                        - bean: {ref: oldParcels, method: next}
            - routeConfiguration:
                id: collecting
                onException:
                  - onException:
                      exception: [java.lang.Exception]
                      handled: {constant: "false"}
            """;

    static final String ROUTE = """
            - route:
                id: ward-30-seal
                description: Seals one parcel after another.
                group: 送付
                routeConfigurationId: ledger-stage
                from:
                  uri: "timer:seal?period={{kakehashi.cadence.fast:1s}}"
                  steps:
                    - transacted: {ref: required}
                    - bean: {ref: parcels, method: next}
                    - choice:
                        when:
                          - simple: "${body.state} == 'SEALED'"
                            steps:
                              - removeHeaders: "*"
                              - to:
                                  uri: "smtp:mailroom"
                                  parameters: {headerFilterStrategy: "#door"}
                                  variableReceive: reply
                    - split:
                        simple: "${body}"
                        steps:
                          - bean: {ref: parcels, method: seal}
                          - bean: {ref: parcels, method: "seal(${variable.reply})"}
            """;

    private static final String COLLECT = """
            - route:
                id: shared-60-collect
                description: Stores each mail before anything else.
                group: 郵便
                routeConfigurationId: ledger-stage
                from:
                  uri: "master:mailbox:{{kakehashi.mail.imap.scheme}}:mailbox"
                  parameters: {headerFilterStrategy: "#door"}
                  steps:
                    - bean: {ref: parcels, method: seal}
            """;

    private static final String BEAN = "bean: {ref: parcels, method: seal}";

    private PlantedRoutes() {}

    static Map<String, String> whole() {
        return Map.of("shared/00-policies.camel.yaml", POLICIES, "ward/30-seal.camel.yaml", ROUTE);
    }

    /** Each: the texts by file, and words of the line that must be found. */
    static Stream<Arguments> broken() {
        return Stream.of(identities(), policies(), steps(), expressions(), verbs(), endpoints(), words())
                .flatMap(breach -> breach);
    }

    private static Stream<Arguments> identities() {
        return Stream.of(
                route("id: ward-30-seal", "id: seal", "ward/30-seal.camel.yaml:2 the id must be that of its file"),
                route("description: Seals one parcel after another.", "description: ''", "description"),
                route("group: 送付", "group: parcels", "Japanese group"),
                route("group: 送付", "group: 送付\n    errorHandler: {}", "a route has no errorHandler"),
                route("- route:", "- beans: []\n- route:", "a route file has no beans"),
                route("- route:", "- routeTemplate: {id: x}\n- route:", "a route file has no routeTemplate"),
                Arguments.of(Map.of("ward/30-seal.camel.yaml", ROUTE + ROUTE), "more than one route"));
    }

    private static Stream<Arguments> policies() {
        return Stream.of(
                route(
                        "routeConfigurationId: ledger-stage",
                        "routeConfigurationId: other",
                        "exactly one routeConfiguration"),
                route("    routeConfigurationId: ledger-stage\n", "", "exactly one routeConfiguration"),
                policy("    id: ledger-stage\n", "", "without an id"),
                policy("java.lang.Throwable", "java.io.IOException", "names no class but"),
                policy("    id: ledger-stage\n", "    id: ledger-stage\n    intercept: []\n", "has no intercept"),
                policy("method: next", "method: forget", "not exactly one method forget"),
                collecting("handled: {constant: \"false\"}", "handled: {constant: \"true\"}"),
                collecting("handled: {constant: \"false\"}", "continued: {constant: \"true\"}"));
    }

    private static Stream<Arguments> steps() {
        return Stream.of(
                route(BEAN, "script: {groovy: 'body = 1'}", "script is no step"),
                route(BEAN, "log: ${body}", "log is no step"),
                route(BEAN, "toD: 'smtp:${body}'", "toD is no step"),
                route(BEAN, "idempotentConsumer: {simple: '${body}'}", "idempotentConsumer is no step"),
                route(BEAN, "marshal: {json: {}}", "a marshal says no json"),
                route(BEAN, "setBody: {constant: x}", "setBody is only for a route that asks jdbc"),
                route(BEAN, "setHeader: {name: x, constant: y}", "setHeader is only for a route that asks jdbc"),
                route("- split:", "- split:\n            parallelProcessing: true", "says no parallelProcessing"),
                route(BEAN, "choice: {when: []}", "at most one choice"),
                route("- split:", "- split:\n            aggregationStrategy: heap", "no bean is called heap"),
                route("{ref: required}", "{}", "names its policy"),
                route("{ref: required}", "{ref: other}", "names its policy"));
    }

    private static Stream<Arguments> expressions() {
        return Stream.of(
                route("${body.state} == 'SEALED'", "${body.rows} > 3", "ought to be Java: ${body.rows} > 3"),
                route("- simple: \"${body.state} == 'SEALED'\"", "- constant: \"true\"", "not on [constant]"),
                route("simple: \"${body}\"\n", "tokenize: ','\n", "not on [tokenize]"),
                route("simple: \"${body}\"\n", "simple: \"${bean:x}\"\n", "ought to be Java: ${bean:x}"),
                route(BEAN, "setVariable: {name: x, simple: '${date:now}'}", "ought to be Java: ${date:now}"));
    }

    private static Stream<Arguments> verbs() {
        return Stream.of(
                route(BEAN, "bean: {ref: parcels}", "by ref and method"),
                route(BEAN, "bean: {ref: parcels, method: 'seal(${body})'}", "by ref and method"),
                route(BEAN, "bean: {ref: parcels, method: 'seal(${variable.a}, 1)'}", "by ref and method"),
                route(BEAN, "bean: {ref: boxes, method: seal}", "no bean is called boxes"),
                route(BEAN, "bean: {ref: parcels, method: open}", "not exactly one method open"),
                route(BEAN, "bean: {ref: parcels, method: weigh}", "not exactly one method weigh"),
                route(BEAN, "bean: {beanType: parcels, method: seal}", "a bean says no beanType"));
    }

    private static Stream<Arguments> endpoints() {
        return Stream.of(
                route(BEAN, "to: 'seda:later'", "goes to seda:"),
                route(BEAN, "to: 'direct:nowhere'", "no route begins at direct:nowhere"),
                route("\"#door\"", "\"#gate\"", "no bean is called gate"),
                route("timer:seal", "quartz:seal", "cron → direct:"),
                route("- removeHeaders: \"*\"", "- removeHeaders: \"Camel*\"", "directly before every smtp endpoint"),
                route(BEAN, "to: \"{{kakehashi.mail.smtp.scheme}}:x\"", "directly before every smtp endpoint"),
                route("headerFilterStrategy: \"#door\"", "javaMailSender: \"#sender\"", "has a door"),
                route(
                        "headerFilterStrategy: \"#door\"",
                        "headerFilterStrategy: \"#door\", skipFailedMessage: true",
                        "lose mail"));
    }

    private static Stream<Arguments> words() {
        return Stream.of(
                route("smtp:mailroom", "smtp:mailroom?password=x", "secret"),
                route("headerFilterStrategy: \"#door\"", "headerFilterStrategy: \"#door\", password: x", "secret"),
                route("smtp:mailroom", "smtp://ward:fish@mailroom", "a name and a password"),
                route("\"#door\"", "\"#class:jp.kakehashi.routing.Door\"", "names no class"));
    }

    private static Arguments route(String from, String to, String found) {
        return Arguments.of(
                Map.of("shared/00-policies.camel.yaml", POLICIES, "ward/30-seal.camel.yaml", changed(ROUTE, from, to)),
                found);
    }

    private static Arguments policy(String from, String to, String found) {
        return Arguments.of(Map.of("shared/00-policies.camel.yaml", changed(POLICIES, from, to)), found);
    }

    private static Arguments collecting(String from, String to) {
        String policies = changed(POLICIES, from, to);
        String route = changed(COLLECT, "ledger-stage", "collecting");
        return Arguments.of(
                Map.of("shared/00-policies.camel.yaml", policies, "shared/60-collect.camel.yaml", route),
                "never handles or continues");
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("nothing to change: " + from);
        }
        return text.replace(from, to);
    }
}
