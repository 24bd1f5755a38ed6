package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule against the house, and proves on planted violations that each rule bites. */
class HouseTest {

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("the table", HouseRules::packagesUseOnlyWhatTheTableNames, "ReachesUp", "ReachesAcross"),
                rule("flat packages", HouseRules::packagesAreInTheTableAndFlat, "Forgotten", "Hidden"),
                rule("no cycles", HouseRules::packagesHaveNoCycles, "First", "Second"),
                rule("plain paper", HouseRules::paperKnowsOnlyJdkAndCodecs, "StoresItself", "SpringsUp"),
                rule("Camel in routing", HouseRules::onlyRoutingImportsCamel, "TakesExchange"),
                rule("names", HouseRules::namesSayTheConcept, "RowMapper"),
                rule("settings", HouseRules::settingsAreRecords, "Wired"),
                rule("printing", HouseRules::onlyCommandPrints, "Prints"),
                rule("time", HouseRules::timeIsInjected, "LooksAtTheWall"),
                rule("beans of the ward", HouseRules::wardBeansLiveOnlyInTheWard, "Homeless"),
                rule("beans of the bureau", HouseRules::bureauBeansLiveOnlyInTheBureau, "Everywhere"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeepsTheRule(String name, Function<HouseRules, ArchRule> rule, Set<String> planted) {
        assertThatCode(() -> rule.apply(new HouseRules(House.ROOT))
                        .allowEmptyShould(true)
                        .check(Imported.HOUSE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleBitesExactlyWhatIsPlanted(String name, Function<HouseRules, ArchRule> rule, Set<String> planted) {
        var result = rule.apply(new HouseRules(Imported.PLANTED_ROOT)).evaluate(Imported.PLANTED);

        String report = String.join("\n", result.getFailureReport().getDetails());
        Set<String> bitten = Imported.PLANTED.stream()
                .map(type -> type.getSimpleName())
                .filter(type -> report.contains("." + type))
                .collect(Collectors.toSet());
        assertThat(bitten).containsAll(planted).isSubsetOf(withVictims(planted));
    }

    @Test
    void everyWayToReadTheMachinesClockIsFound() {
        var result = new HouseRules(Imported.PLANTED_ROOT).timeIsInjected().evaluate(Imported.PLANTED);

        assertThat(result.getFailureReport().getDetails())
                .hasSize(6)
                .noneMatch(line -> line.contains("allowed(java.time.Clock)"));
    }

    @Test
    void theTableItselfPointsOneWay() {
        for (String name : House.packages()) {
            assertThat(reachableFrom(name)).as("what %s reaches", name).doesNotContain(name);
        }
    }

    private static Set<String> reachableFrom(String name) {
        return House.usableBy(name).orElseThrow().stream()
                .flatMap(used -> Stream.concat(Stream.of(used), reachableFrom(used).stream()))
                .collect(Collectors.toSet());
    }

    /** A report also names the class that a violation reaches. */
    private static Set<String> withVictims(Set<String> planted) {
        return Stream.concat(planted.stream(), Stream.of("Key", "First", "Second"))
                .collect(Collectors.toSet());
    }

    private static Arguments rule(String name, Function<HouseRules, ArchRule> rule, String... planted) {
        return Arguments.of(name, rule, Set.of(planted));
    }
}
