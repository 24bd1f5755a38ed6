package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import jp.kakehashi.mailroom.Standstills;
import jp.kakehashi.register.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 運用: stopping all posting and single routes, by those who may. */
class OperationsPagesTest extends WardTest {

    private static final String COLLECT = "/operations/routes/shared-10-collect/";

    @Autowired
    private Standstills standstills;

    @AfterEach
    void letEverythingGo() {
        standstills.end(Standstills.POSTING, "test", Actor.machine("test"));
        standstills.end("shared-10-collect", "test", Actor.machine("test"));
    }

    @Test
    void theChiefStopsAllPostingAndEverybodyIsToldUntilItIsLetGo() throws Exception {
        Browser manager = signedIn("manager");
        manager.open("/operations");
        HttpResponse<String> stopped = manager.submit("/operations/posting/halt", Map.of("reason", "（架空）宛先の確認中"));
        assertThat(stopped.body()).contains("送信はすべて停止しています", "停止の理由：（架空）宛先の確認中");
        assertThat(standstills.ofPosting()).isPresent();
        assertThat(signedIn("handler").open("/sitting").body()).contains("送信はすべて停止しています", "manager");

        Browser operations = signedIn("operations");
        operations.open("/operations");
        HttpResponse<String> goes = operations.submit("/operations/posting/resume", Map.of("reason", "（架空）確認済"));

        assertThat(goes.body()).contains("送信は停止していません").doesNotContain("送信はすべて停止しています");
        assertThat(chain())
                .containsPattern("\"account\":\"manager\"[^\\n]*\"verb\":\"standstill-begun\",\"subject\":\"posting\"")
                .containsPattern(
                        "\"account\":\"operations\"[^\\n]*\"verb\":\"standstill-ended\",\"subject\":\"posting\"")
                .doesNotContain("宛先の確認中");
    }

    @Test
    void whatSomebodyElseHasStoppedMeanwhileIsSaid() throws Exception {
        Browser operations = signedIn("operations");
        operations.open("/operations");
        standstills.begin(Standstills.POSTING, "（架空）", Actor.machine("test"));

        HttpResponse<String> second = operations.submit("/operations/posting/halt", Map.of("reason", "（架空）点検"));

        assertThat(refusal(second)).contains("ほかの人が先に操作しました");
    }

    @Test
    void operationsPauseARouteWithAReasonAndSeeHowItFailed() throws Exception {
        Browser operations = signedIn("operations");
        assertThat(operations.open("/operations").body())
                .contains("共通・郵便受け", "ConnectException", "取得に3回続けて失敗", "ほかの処理から呼ばれます");

        HttpResponse<String> paused = operations.submit(COLLECT + "pause", Map.of("reason", "（架空）サーバーの点検"));

        assertThat(paused.body()).contains("停止中", "（架空）サーバーの点検", COLLECT + "resume");
        assertThat(standstills.ofRoutes()).extracting(still -> still.what()).containsExactly("shared-10-collect");
        operations.submit(COLLECT + "resume", Map.of("reason", "（架空）点検終了"));
        assertThat(standstills.ofRoutes()).isEmpty();
        assertThat(chain())
                .containsPattern(
                        "\"account\":\"operations\"[^\\n]*\"standstill-begun\",\"subject\":\"shared-10-collect\"")
                .containsPattern(
                        "\"account\":\"operations\"[^\\n]*\"standstill-ended\",\"subject\":\"shared-10-collect\"");
    }

    @Test
    void aReasonIsNeeded() throws Exception {
        Browser operations = signedIn("operations");
        operations.open("/operations");

        assertThat(operations
                        .submit("/operations/posting/halt", Map.of("reason", "　"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(standstills.ofPosting()).isEmpty();
    }

    @Test
    void onlyOperationsPauseRoutesAndOnlyOnesThatBeginByThemselves() throws Exception {
        Browser manager = signedIn("manager");
        assertThat(manager.open("/operations").body()).doesNotContain(COLLECT);
        assertThat(manager.submit(COLLECT + "pause", Map.of("reason", "（架空）")).statusCode())
                .isEqualTo(403);

        Browser operations = signedIn("operations");
        operations.open("/operations");
        for (String route : new String[] {"ward-11-ask", "posting", "nothing"}) {
            assertThat(operations
                            .submit("/operations/routes/" + route + "/pause", Map.of("reason", "（架空）"))
                            .statusCode())
                    .as(route)
                    .isEqualTo(404);
        }
        assertThat(standstills.ofRoutes()).isEmpty();
        assertThat(signedIn("handler").open("/operations").statusCode()).isEqualTo(403);
    }
}
