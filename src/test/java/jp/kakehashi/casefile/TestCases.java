package jp.kakehashi.casefile;

import java.nio.file.Path;
import java.time.Clock;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Chain;
import jp.kakehashi.source.TestSource;
import jp.kakehashi.vault.Vault;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Case files over a test's ledger, as the program makes them: each verb in its own transaction. */
public final class TestCases {

    private TestCases() {}

    /** The brake on mass change over a test's ledger, with the shipped agreement. */
    public static Object brakeBean(TestLedger ledger, Vault vault, Clock clock) {
        return brake(ledger, vault, clock);
    }

    static Brake brake(TestLedger ledger, Vault vault, Clock clock) {
        JdbcClient jdbc = ledger.jdbc();
        Chain chain = new Chain(jdbc, ledger.transactionManager(), vault, clock);
        CaseFiles files = new CaseFiles(jdbc, vault, new Exclusions(jdbc));
        Trail trail = new Trail(jdbc, chain, clock);
        Screener screener = screener(files, trail, new Circumstances(jdbc, files, trail, clock), ledger, vault, clock);
        return new Brake(
                files,
                screener,
                TestSource.over(ledger, vault, clock),
                TestSource.holds(ledger, vault, clock),
                TestAgreement.agreements());
    }

    /** Who is in charge of which case. */
    static Assignments assignments(TestLedger ledger, Vault vault, Clock clock) {
        JdbcClient jdbc = ledger.jdbc();
        Chain chain = new Chain(jdbc, ledger.transactionManager(), vault, clock);
        return verbs(
                new Assignments(
                        jdbc, new CaseFiles(jdbc, vault, new Exclusions(jdbc)), new Trail(jdbc, chain, clock), clock),
                ledger);
    }

    /** The receipts seen at the counter, with the shipped agreement. */
    static PaymentReceipts receipts(TestLedger ledger, Vault vault, Clock clock) {
        JdbcClient jdbc = ledger.jdbc();
        Chain chain = new Chain(jdbc, ledger.transactionManager(), vault, clock);
        Trail trail = new Trail(jdbc, chain, clock);
        return verbs(
                new PaymentReceipts(
                        new Receipts(jdbc, trail, vault, clock),
                        new CaseFiles(jdbc, vault, new Exclusions(jdbc)),
                        trail,
                        TestAgreement.agreements(),
                        BusinessDays.load(Path.of("config/calendar/holidays.csv")),
                        vault,
                        clock),
                ledger);
    }

    /** The bean, with the shipped agreement. */
    public static Cases over(TestLedger ledger, Vault vault, Clock clock) {
        JdbcClient jdbc = ledger.jdbc();
        Chain chain = new Chain(jdbc, ledger.transactionManager(), vault, clock);
        Exclusions exclusions = new Exclusions(jdbc);
        CaseFiles files = new CaseFiles(jdbc, vault, exclusions);
        Trail trail = new Trail(jdbc, chain, clock);
        Receipts receipts = new Receipts(jdbc, trail, vault, clock);
        Circumstances circumstances = new Circumstances(jdbc, files, trail, clock);
        Screener screener = screener(files, trail, circumstances, ledger, vault, clock);
        return verbs(
                new Cases(
                        screener,
                        new Confirming(files, screener, circumstances, TestAgreement.agreements(), trail, clock),
                        circumstances,
                        new Providing(
                                files,
                                new Enclosures(jdbc),
                                trail,
                                new StandingAgain(files, receipts, circumstances, TestAgreement.agreements(), clock),
                                TestAgreement.agreements(),
                                vault,
                                clock),
                        new CaseDesk(
                                files,
                                screener,
                                trail,
                                new Assignments(jdbc, files, trail, clock),
                                circumstances,
                                TestAgreement.agreements(),
                                clock),
                        exclusions),
                ledger);
    }

    private static Screener screener(
            CaseFiles files, Trail trail, Circumstances circumstances, TestLedger ledger, Vault vault, Clock clock) {
        Receipts receipts = new Receipts(ledger.jdbc(), trail, vault, clock);
        return new Screener(files, trail, receipts, circumstances, TestAgreement.agreements(), vault, clock);
    }

    /** Each verb of a bean in its own transaction. */
    private static <T> T verbs(T bean, TestLedger ledger) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(
                new TransactionInterceptor(ledger.transactionManager(), new AnnotationTransactionAttributeSource()));
        @SuppressWarnings("unchecked")
        T verbs = (T) proxy.getProxy();
        return verbs;
    }
}
