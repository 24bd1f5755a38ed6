package jp.kakehashi.routing;

import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What routes name: the ledger's transaction around a stage. */
@Configuration
class Transactions {

    /** {@code transacted: {ref: ledger}}: all steps of the stage in one transaction of the ledger. */
    @Bean
    SpringTransactionPolicy ledger(PlatformTransactionManager transactions) {
        return new SpringTransactionPolicy(transactions);
    }
}
