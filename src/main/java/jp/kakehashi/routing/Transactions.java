package jp.kakehashi.routing;

import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What routes name: the ledger's transaction around a stage, and the gathering of what a split has asked for. */
@Configuration
class Transactions {

    /** {@code transacted: {ref: ledger}}: all steps of the stage in one transaction of the ledger. */
    @Bean
    SpringTransactionPolicy ledger(PlatformTransactionManager transactions) {
        return new SpringTransactionPolicy(transactions);
    }

    /** {@code aggregationStrategy: "#gathered"}: the answers of a split as one list, in order, absent answers left out. */
    @Bean
    GroupedBodyAggregationStrategy gathered() {
        return new GroupedBodyAggregationStrategy();
    }
}
