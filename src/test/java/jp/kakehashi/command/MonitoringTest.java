package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kakehashi.mailroom.Standstills;
import jp.kakehashi.register.Actor;
import jp.kakehashi.routing.Cadence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Health and figures of a ward at work: who is told, what, and that the alert rules ask for figures that are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringTest {

    private static final String FIGURES = "/actuator/prometheus";
    private static final Pattern FIGURE = Pattern.compile("\\b(?:kakehashi|camel)_[a-z_]+");
    private static final Pattern SERIES = Pattern.compile("[{,]?(\\w+)(?:=~|!~|=|!=)\"([^\"]*)\"");

    private Path token;
    private OperatedWard ward;

    @BeforeAll
    void aWardAtWork(@TempDir Path folder) throws IOException {
        token = Files.writeString(folder.resolve("scrape-token"), "fictitious-token-2026\n");
        ward = OperatedWard.open(folder, Map.of("kakehashi.metrics.token-file", token.toString()));
        ward.bean(Cadence.class).fire("ward-10-poll");
    }

    @AfterAll
    void close() {
        ward.close();
    }

    @Test
    void healthTellsOperationsOfEverythingTheHubNeeds() throws Exception {
        ConsoleVisitor operations = new ConsoleVisitor(ward.port()).signedIn("operations");

        JsonNode health =
                new ObjectMapper().readTree(operations.get("/actuator/health").body());

        for (String part : List.of("ledger", "source", "mailOut", "mailIn", "keys", "work")) {
            assertThat(health.at("/components/" + part + "/status").asText())
                    .as(part)
                    .isEqualTo("UP");
        }
        assertThat(health.at("/components/work/details/TO_SORT").isNumber()).isTrue();
        assertThat(health.at("/components/work/details/postingHalted").asBoolean())
                .isFalse();
        assertThat(health.at("/components").fieldNames())
                .toIterable()
                .as("none that tells messages of a library")
                .containsExactlyInAnyOrder(
                        "ledger", "source", "mailOut", "mailIn", "keys", "work", "livenessState", "readinessState");
    }

    @Test
    void healthSaysThatAMailServerDoesNotAnswer(@TempDir Path elsewhere) throws Exception {
        try (OperatedWard alone = OperatedWard.open(elsewhere, Map.of("kakehashi.mail.smtp.port", 1))) {
            ConsoleVisitor operations = new ConsoleVisitor(alone.port()).signedIn("operations");
            var answer = operations.get("/actuator/health");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"mailOut\":{\"status\":\"DOWN\",\"details\":{\"result\":\"NOT_REACHED\"}}");
        }
    }

    @Test
    void whetherTheHubLivesIsToldOnThisMachineToAnybodyAndNothingMore() throws Exception {
        ConsoleVisitor nobody = new ConsoleVisitor(ward.port());

        assertThat(nobody.get("/actuator/health/liveness").body())
                .startsWith("{\"status\":\"UP\"")
                .doesNotContain("ledger");
        assertThat(nobody.get("/actuator/health").statusCode()).isEqualTo(302);
        assertThat(nobody.get("/actuator/health/readiness").statusCode()).isEqualTo(302);
    }

    @Test
    void figuresAreToldToTheTokenAndToOperationsAndToNobodyElse() throws Exception {
        assertThat(new ConsoleVisitor(ward.port()).get(FIGURES).statusCode()).isEqualTo(302);
        assertThat(new ConsoleVisitor(ward.port()).getWith("made-up", FIGURES).statusCode())
                .isEqualTo(302);
        assertThat(new ConsoleVisitor(ward.port())
                        .getWith("fictitious-token-2026", "/actuator/health")
                        .statusCode())
                .isEqualTo(302);
        assertThat(new ConsoleVisitor(ward.port())
                        .signedIn("handler")
                        .get(FIGURES)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ConsoleVisitor(ward.port())
                        .signedIn("operations")
                        .get(FIGURES)
                        .statusCode())
                .isEqualTo(200);
        assertThat(figures()).contains("kakehashi_letters{state=\"outcome-unknown\"} 0");
    }

    @Test
    void invariant3_figuresNameNobody() throws Exception {
        assertThat(figures())
                .contains("ward-10-poll")
                .doesNotContainPattern("ZZ[0-9]{8}ZZ")
                .doesNotContain(ward.mailPassword(), "架空");
    }

    @Test
    void aStopOfAllPostingIsAFigure() throws Exception {
        Actor operations = new Actor("operations", "架空 operations", "架空の職", "OPERATIONS");
        ward.bean(Standstills.class).begin(Standstills.POSTING, "（架空）点検", operations);
        assertThat(figures()).contains("kakehashi_posting_halted 1");

        ward.bean(Standstills.class).end(Standstills.POSTING, "（架空）点検終了", operations);
        assertThat(figures()).contains("kakehashi_posting_halted 0");
    }

    @Test
    void everyAlertAsksForFiguresThatAreThere() throws Exception {
        String told = figures();
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(Path.of("config/alerts/kakehashi.yaml")))
                .at("/groups/0/rules");

        assertThat(rules).hasSizeGreaterThan(5).allSatisfy(rule -> {
            String asked = rule.path("expr").asText();
            assertThat(FIGURE.matcher(asked).results())
                    .allSatisfy(figure -> assertThat(told).containsPattern("(?m)^" + figure.group() + "[{ ]"));
            SERIES.matcher(asked)
                    .results()
                    .filter(series ->
                            !series.group(2).isEmpty() && !series.group(1).equals("job"))
                    .forEach(series -> assertThat(told).contains(series.group(1) + "=\"" + series.group(2) + "\""));
            assertThat(rule.at("/annotations/summary").asText()).contains(" / ");
        });
    }

    private String figures() throws Exception {
        return new ConsoleVisitor(ward.port())
                .getWith("fictitious-token-2026", FIGURES)
                .body();
    }
}
