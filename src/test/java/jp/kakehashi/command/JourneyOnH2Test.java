package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.bureau.ListState;
import jp.kakehashi.bureau.Listed;
import jp.kakehashi.bureau.Listings;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.register.Register;
import jp.kakehashi.shipment.DraftAnswer;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.Test;

/** The journey over H2 files. */
class JourneyOnH2Test extends JourneyContract {

    @Override
    Map<String, Object> ledger() {
        return Map.of();
    }

    /** Other headings, another order, other dates, no title, no number, no end mark, no code; passwords from a table. */
    @Test
    @OfficeRule({"form-receiver", "passwords-table"})
    void theSameInThePlainFormOfAnotherReceiver() {
        System.setProperty("kakehashi.agreements", "config/agreements/examples");
        try {
            whoIsProvidedStandsOnTheBureausListCharacterByCharacter();
        } finally {
            System.clearProperty("kakehashi.agreements");
        }
    }

    /** The plain form's agreement wants a full list: two were provided, one is new, and one full list was given up. */
    @Test
    @OfficeRule({"provision-additions", "persons-ceiling"})
    void whoWasProvidedStandsAgainInTheNextFullListAndOnceOnTheBureausList() {
        System.setProperty("kakehashi.agreements", "config/agreements/examples");
        try (OfficeScene scene = OfficeScene.open(folder, 3, ledger())) {
            handOverAnAgreedTable(scene, 2);
            DemoBrowser officer = desk(scene, scene.accounts.officer());
            assertThat(officer.open("/").html()).contains("2026年7月の②提供が、まだ作成されていません");
            String first = scene.decided(2);
            sent(scene, first);
            assertThat(officer.open("/shipments").html()).contains("再び載る提供済の案件：0件", "再び載せられない提供済の案件：2件");
            acknowledged(scene, first);

            String givenUp = scene.decided(1);
            assertThat(scene.shipment(givenUp).rows()).isEqualTo(3);
            assertThat(scene.ward(Drafting.class).cancel(givenUp, "架空の取りやめ", scene.officer()))
                    .isEmpty();
            assertThat(states(scene)).containsEntry(CaseState.PROVIDED, 2).containsEntry(CaseState.READY, 1);

            assertThat(officer.open("/").html()).doesNotContain("②提供が、まだ作成");
            assertThat(officer.open("/shipments").html()).contains("入っていない案件：1件", "再び載る提供済の案件：2件");
            String second = drafted(scene);
            assertThat(desk(scene, scene.accounts.chief())
                            .open("/shipments/" + second)
                            .html())
                    .contains("うち再掲 2件、新規 1件", "：2人。この送付と決裁済・未送信の送付により最大3人");
            scene.decided(new DraftAnswer.Drafted(second));
            sent(scene, second);
            acknowledged(scene, second);

            assertThat(states(scene)).containsExactly(Map.entry(CaseState.PROVIDED, 3));
            assertThat(scene.ward(Shipments.class).peopleProvidedThisYear()).isEqualTo(3);
            assertThat(scene.ward(Register.class).of(second)).hasSize(3);
            assertThat(scene.bureau(Listings.class).list(RECEIVER))
                    .allMatch(row -> row.state() == ListState.LISTED)
                    .extracting(Listed::controlNumber)
                    .containsExactly(first, first, second);
        } finally {
            System.clearProperty("kakehashi.agreements");
        }
    }

    private static Map<CaseState, Integer> states(OfficeScene scene) {
        return scene.ward(Cases.class).counts().byState().entrySet().stream()
                .filter(entry -> entry.getKey() != CaseState.EXCLUDED)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DemoBrowser desk(OfficeScene scene, DemoAccounts.Login login) {
        DemoBrowser desk = new DemoBrowser(scene.stage.wardPort());
        login.signIn(desk);
        return desk;
    }

    private static String drafted(OfficeScene scene) {
        Set<UUID> ready = Set.copyOf(scene.ward(Drafting.class).prospect().added());
        return ((DraftAnswer.Drafted) scene.ward(Drafting.class).draftProvision(ready, scene.officer()))
                .controlNumber();
    }
}
