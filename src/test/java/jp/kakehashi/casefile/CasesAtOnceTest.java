package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.source.Finding;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** Acts on the same cases at the same moment; each kind of ledger inherits it. */
abstract class CasesAtOnceTest {

    abstract TestLedger ledger();

    @Test
    void batchesInAnyOrderTakeTheirTurn() throws Exception {
        TestOffice office = new TestOffice(ledger(), 12, 12);
        List<Finding> findings =
                office.findings().stream().flatMap(List::stream).toList();
        office.poll();
        List<Confirmation> words = office.cases().in(CaseState.CANDIDATE, OFFICER).stream()
                .map(TestOffice::confirmation)
                .toList();
        List<UUID> ids = words.stream().map(Confirmation::caseId).toList();
        Cases cases = office.cases();
        Runnable rollCall = () -> office.ledger.transactions().executeWithoutResult(status -> {
            cases.payees(ids);
            reversed(findings).forEach(finding -> cases.take(List.of(finding)));
        });

        together(
                10,
                rollCall,
                () -> cases.confirm(words, OFFICER),
                () -> cases.confirm(reversed(words), OFFICER),
                () -> cases.take(findings),
                () -> cases.take(reversed(findings)));

        assertThat(cases.counts().byState()).containsOnly(Map.entry(CaseState.READY, 12));
    }

    @Test
    void newPeopleFoundTwiceAtOnceHaveOneCaseEach() throws Exception {
        TestOffice office = new TestOffice(ledger(), 12, 12);
        List<Finding> findings =
                office.findings().stream().flatMap(List::stream).toList();
        Cases cases = office.cases();

        together(1, () -> takeAtTheNextTurn(cases, findings), () -> takeAtTheNextTurn(cases, reversed(findings)));

        assertThat(cases.counts().byState()).containsOnly(Map.entry(CaseState.CANDIDATE, 12));
    }

    /** Who comes second finds the cases opened, takes back all, and has another turn: as a route does. */
    private static void takeAtTheNextTurn(Cases cases, List<Finding> findings) {
        try {
            cases.take(findings);
        } catch (DuplicateKeyException e) {
            cases.take(findings);
        }
    }

    /** Several people act at the same moment, again and again. */
    private static void together(int times, Runnable... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable act : acts) {
                all.add(people.submit(() -> {
                    for (int i = 0; i < times; i++) {
                        start.await(30, TimeUnit.SECONDS);
                        act.run();
                    }
                    return null;
                }));
            }
            for (Future<?> done : all) {
                done.get(60, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
