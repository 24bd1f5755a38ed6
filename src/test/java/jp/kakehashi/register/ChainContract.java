package jp.kakehashi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the chain keeps to, on any ledger. */
abstract class ChainContract {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    @TempDir
    private Path folder;

    private TestLedger ledger;
    private Vault vault;
    private Chain chain;

    abstract TestLedger ledger();

    @BeforeEach
    void start() {
        ledger = ledger();
        vault = TestVault.fresh();
        chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, Clock.systemUTC());
    }

    @Test
    void anEmptyChainIsUnbroken() throws IOException {
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unbroken.class,
                        unbroken -> assertThat(unbroken.entries()).isZero());
    }

    @Test
    void invariant8_theExportedChainVerifiesWithoutTheDatabase() throws IOException {
        append("case-viewed", "case-confirmed", "shipment-decided");

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unbroken.class,
                        unbroken -> assertThat(unbroken.entries()).isEqualTo(3));
    }

    @Test
    void invariant8_anActAndItsEntryLiveOrDieTogether() throws IOException {
        append("case-viewed");
        ledger.transactions().executeWithoutResult(status -> {
            ledger.jdbc().sql("create table if not exists act (id integer)").update();
        });

        assertThatThrownBy(() -> ledger.transactions().executeWithoutResult(status -> {
                    ledger.jdbc().sql("insert into act values (1)").update();
                    chain.append(OFFICER, new Act("case-confirmed", "1"));
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");

        assertThat(count("act")).isZero();
        assertThat(count("chain_entry")).isEqualTo(1);
        append("case-viewed");
        assertThat(verdict()).isInstanceOf(Verdict.Unbroken.class);
    }

    @Test
    void invariant8_withoutATransactionNothingIsAppended() {
        assertThatThrownBy(() -> chain.append(OFFICER, new Act("case-viewed", "1")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(count("chain_entry")).isZero();
    }

    @Test
    void invariant8_aLineEditedInTheDatabaseIsFound() throws IOException {
        append("a", "b", "c");
        tamper("update chain_entry set facts = '{\"rows\":\"501\"}' where sequence = 2");

        assertNotSigned("entry 2 of the chain", "has been edited");
    }

    @Test
    void invariant8_aLineDeletedInTheDatabaseIsFound() throws IOException {
        append("a", "b", "c");
        tamper("delete from chain_salt where sequence = 2");
        tamper("delete from chain_entry where sequence = 2");

        assertNotSigned("entry 2 of the chain", "have been deleted");
    }

    @Test
    void invariant3_personalDataAreCommitmentsOnlyAndProvable() throws IOException {
        ledger.transactions()
                .executeWithoutResult(status -> chain.append(
                        OFFICER, new Act("case-confirmed", "1", Map.of("rows", "1"), Map.of("card", "ZZ00000001ZZ"))));

        assertThat(Files.readString(exported())).doesNotContain("ZZ00000001ZZ", "架空");
        assertThat(chain.attests(1, "card", "ZZ00000001ZZ")).isTrue();
        assertThat(chain.attests(1, "actor", "架空 花子")).isTrue();
        assertThat(chain.attests(1, "card", "ZZ00000002ZZ")).isFalse();
        assertThat(chain.attests(2, "card", "ZZ00000001ZZ")).isFalse();
    }

    @Test
    void anErasedSaltEndsTheProofAndLeavesTheChainWhole() throws IOException {
        append("a", "b");
        tamper("delete from chain_salt where sequence = 1");

        assertThat(chain.attests(1, "actor", "架空 花子")).isFalse();
        assertThat(verdict()).isInstanceOf(Verdict.Unbroken.class);
    }

    @Test
    void actsAtTheSameTimeTakeTheirTurn() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> tenActs = () -> {
                append(IntStream.range(0, 10).mapToObj(i -> "act-" + i).toArray(String[]::new));
                return null;
            };
            for (Future<Void> done : people.invokeAll(List.of(tenActs, tenActs, tenActs, tenActs))) {
                done.get();
            }
        } finally {
            people.shutdown();
        }
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unbroken.class,
                        unbroken -> assertThat(unbroken.entries()).isEqualTo(40));
    }

    @Test
    void anActThatGoesOnHoldsUpNoOther() throws Exception {
        ledger.jdbc().sql("create table matter (id integer primary key)").update();
        ledger.jdbc().sql("insert into matter values (1)").update();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);

        together(
                () -> {
                    chain.append(OFFICER, new Act("first-act", "1"));
                    appended.countDown();
                    await(taken);
                    takeTheMatter();
                },
                () -> {
                    takeTheMatter();
                    taken.countDown();
                    await(appended);
                    chain.append(OFFICER, new Act("second-act", "1"));
                });

        assertThat(ledger.jdbc()
                        .sql("select verb from chain_entry order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly("second-act", "first-act");
        assertThat(verdict()).isInstanceOf(Verdict.Unbroken.class);
    }

    @Test
    void aTransactionWithinAnotherHasActsOfItsOwn() {
        TransactionTemplate onItsOwn = ledger.transactions();
        onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        ledger.transactions().executeWithoutResult(status -> {
            chain.append(OFFICER, new Act("outer-act", "1"));
            onItsOwn.executeWithoutResult(inner -> chain.append(OFFICER, new Act("inner-act", "1")));
            assertThat(count("chain_entry")).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(count("chain_entry where verb = 'inner-act'")).isEqualTo(1);
        assertThat(count("chain_entry")).isEqualTo(1);
    }

    @Test
    void aLongChainIsExportedWhole() throws IOException {
        ledger.transactions()
                .executeWithoutResult(status -> IntStream.range(0, 501)
                        .forEach(i -> chain.append(Actor.machine("ward-10-poll"), new Act("case-opened", "c" + i))));

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unbroken.class,
                        unbroken -> assertThat(unbroken.entries()).isEqualTo(501));
    }

    /** Two acts at the same time, each in a transaction of its own. */
    private void together(Runnable... acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable act : acts) {
                all.add(people.submit(() -> ledger.transactions().executeWithoutResult(status -> act.run())));
            }
            for (Future<?> done : all) {
                done.get(30, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdown();
        }
    }

    private void takeTheMatter() {
        ledger.jdbc()
                .sql("select id from matter where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch other) {
        try {
            assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the ledger as somebody would who has it in hand. */
    abstract void tamper(TestLedger ledger, String sql);

    private void tamper(String sql) {
        tamper(ledger, sql);
    }

    /** What does not follow is given out with no signature of ours, not even in part. */
    private void assertNotSigned(String... why) {
        assertThatThrownBy(this::exported)
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContainingAll(why);
        assertThat(folder.resolve("chain.jsonl")).isEmptyFile();
    }

    private void append(String... verbs) {
        for (String verb : verbs) {
            ledger.transactions()
                    .executeWithoutResult(
                            status -> chain.append(OFFICER, new Act(verb, "R8-001", Map.of("rows", "500"))));
        }
    }

    private int count(String table) {
        return ledger.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private Verdict verdict() throws IOException {
        return ChainFile.verify(exported(), Optional.of(vault.verifyingKey()));
    }

    private Path exported() throws IOException {
        Path file = folder.resolve("chain.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            chain.export(out);
        }
        return file;
    }
}
