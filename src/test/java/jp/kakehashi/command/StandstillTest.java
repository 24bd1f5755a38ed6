package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.kakehashi.mailroom.Routes;
import jp.kakehashi.mailroom.Standstills;
import jp.kakehashi.register.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes stand still in a running program, through a restart, until they are let go. */
class StandstillTest {

    private static final Actor OPERATIONS = new Actor("operations", "架空 operations", "架空の職", "OPERATIONS");

    @Test
    void aRouteStandsStillOverARestartUntilItIsLetGo(@TempDir Path folder) {
        try (OperatedWard ward = OperatedWard.open(folder, Map.of())) {
            for (String route : new String[] {"shared-10-collect", "shared-30-post", "ward-10-poll-cadence"}) {
                assertThat(runs(ward, route)).as(route).isTrue();
                ward.bean(Standstills.class).begin(route, "（架空）点検", OPERATIONS);
                becomes(ward, route, false);
            }

            ward.stop();
            ward.start();
            assertThat(runs(ward, "shared-10-collect")).isFalse();
            assertThat(runs(ward, "shared-30-post")).isFalse();
            assertThat(runs(ward, "ward-10-poll-cadence")).isFalse();
            assertThat(runs(ward, "shared-20-sort")).isTrue();

            for (String route : new String[] {"shared-10-collect", "shared-30-post", "ward-10-poll-cadence"}) {
                ward.bean(Standstills.class).end(route, "（架空）点検終了", OPERATIONS);
                becomes(ward, route, true);
            }
        }
    }

    @Test
    void whatThisSetupNeverStartsIsNotStartedByLettingItGo(@TempDir Path folder) {
        Map<String, Object> onExtracts =
                Map.of("kakehashi.source.live", "false", "kakehashi.source.extract.folder", folder.toString());
        try (OperatedWard ward = OperatedWard.open(folder, onExtracts)) {
            Standstills standstills = ward.bean(Standstills.class);
            standstills.begin("ward-10-poll-cadence", "（架空）点検", OPERATIONS);
            ward.stop();
            ward.start();

            standstills = ward.bean(Standstills.class);
            standstills.end("ward-10-poll-cadence", "（架空）点検終了", OPERATIONS);
            standstills.begin("shared-20-sort", "（架空）点検", OPERATIONS);
            becomes(ward, "shared-20-sort", false);
            assertThat(runs(ward, "ward-10-poll-cadence")).isFalse();
        }
    }

    private static void becomes(OperatedWard ward, String route, boolean running) {
        await().atMost(Duration.ofSeconds(30)).until(() -> runs(ward, route) == running);
    }

    private static boolean runs(OperatedWard ward, String route) {
        return ward.bean(Routes.class).all().stream()
                .filter(one -> one.id().equals(route))
                .findFirst()
                .orElseThrow()
                .runs();
    }
}
