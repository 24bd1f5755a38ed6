package jp.kakehashi.source;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Chain;
import jp.kakehashi.source.SourceSettings.ExtractCharset;
import jp.kakehashi.source.SourceSettings.ExtractFolder;
import jp.kakehashi.vault.Vault;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** A source over a test's ledger. */
public final class TestSource {

    private TestSource() {}

    /** The bean as the program makes it; its writes join the caller's transaction, or commit by themselves. */
    public static Source over(TestLedger ledger, Vault vault, Clock clock) {
        return new Source(new SourceLedger(ledger.jdbc()), settings(Path.of("config/source")), vault, clock);
    }

    /** The bean for extracts in a folder, in UTF-8. */
    public static Extracts extracts(TestLedger ledger, Vault vault, Clock clock, Path folder) {
        return extracts(ledger, vault, clock, new ExtractFolder(folder, ExtractCharset.UTF_8));
    }

    static Extracts extracts(TestLedger ledger, Vault vault, Clock clock, ExtractFolder folder) {
        SourceSettings settings = new SourceSettings(false, Path.of("config/source"), Duration.ofHours(1), folder);
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        ExtractLedger kept = transactional(ledger, new ExtractLedger(ledger.jdbc(), chain, clock));
        return new Extracts(settings, kept, over(ledger, vault, clock), holds(ledger, vault, clock), clock);
    }

    /** The bean that keeps readings for a person, each verb in its own transaction. */
    public static Holds holds(TestLedger ledger, Vault vault, Clock clock) {
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        return transactional(ledger, new Holds(new HoldTable(ledger.jdbc(), clock), chain));
    }

    private static <T> T transactional(TestLedger ledger, T bean) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(
                new TransactionInterceptor(ledger.transactionManager(), new AnnotationTransactionAttributeSource()));
        @SuppressWarnings("unchecked")
        T made = (T) proxy.getProxy();
        return made;
    }

    static SourceSettings settings(Path queries) {
        return new SourceSettings(
                true, queries, Duration.ofHours(1), new ExtractFolder(Path.of("none"), ExtractCharset.UTF_8));
    }
}
