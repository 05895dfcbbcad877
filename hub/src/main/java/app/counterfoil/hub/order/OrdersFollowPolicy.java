package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.retention.FollowsPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OrdersFollowPolicy {

    @Bean
    FollowsPolicy deliveryFollowsPolicy(
            JdbcClient db, Custody custody, SellerTransactions transactions, PeopleKept kept, BusinessClock clock) {
        return new ClosedOrdersFollowPolicy(
                db,
                custody,
                transactions,
                kept,
                clock,
                Purpose.DELIVERY,
                List.of(Recipient.KIND, Recipient.TOLD, ToldMark.OF_RECIPIENT));
    }

    @Bean
    FollowsPolicy serviceFollowsPolicy(
            JdbcClient db, Custody custody, SellerTransactions transactions, PeopleKept kept, BusinessClock clock) {
        return new ClosedOrdersFollowPolicy(
                db, custody, transactions, kept, clock, Purpose.SERVICE, List.of(Buyer.KIND, ToldMark.OF_BUYER));
    }
}
