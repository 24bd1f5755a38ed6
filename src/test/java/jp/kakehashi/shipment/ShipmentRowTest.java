package jp.kakehashi.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.Reason;
import jp.kakehashi.casefile.Standing;
import org.junit.jupiter.api.Test;

class ShipmentRowTest {

    private static final Map<Item, String> CELLS = Map.of(Item.NAME_ROMAN, "TESTPERSON ALPHA");

    @Test
    void whoIsDroppedForAConfidentialReasonIsNotNamed() {
        assertThat(droppedFor(Reason.PROTECTED_PERSON, Reason.NO_ARREARS).cells())
                .isEmpty();
        assertThat(droppedFor(Reason.SPECIAL_CIRCUMSTANCES).cells()).isEmpty();
        assertThat(droppedFor(Reason.SPECIAL_CIRCUMSTANCES).dropped()).contains("対象外（要配慮）");
    }

    @Test
    void whoIsDroppedForAnotherReasonIs() {
        assertThat(droppedFor(Reason.NO_ARREARS).cells()).isEqualTo(CELLS);
    }

    private static ShipmentRow droppedFor(Reason... reasons) {
        String words = new Standing.NoLonger(List.of(reasons)).words();
        return new ShipmentRow(UUID.randomUUID(), "", "", CELLS, Optional.of(words)).discreet();
    }
}
