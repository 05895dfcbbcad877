package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.vault.store.SellerVault;
import app.counterfoil.vault.store.Vault;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * What happens when a day turns, for each seller: keepers carry on what is still needed, then all that has reached its
 * day ends: first the secrets, then the rows. Doing it again does nothing twice.
 */
@Component
public class TurnOfDay {

    private static final Logger LOG = LoggerFactory.getLogger(TurnOfDay.class);

    private final Vault vault;
    private final Custody custody;
    private final DataSource dataSource;
    private final BusinessClock clock;
    private final ObjectProvider<KnowsSellers> sellers;
    private final ApplicationEventPublisher events;

    TurnOfDay(
            Vault vault,
            Custody custody,
            DataSource dataSource,
            BusinessClock clock,
            ObjectProvider<KnowsSellers> sellers,
            ApplicationEventPublisher events) {
        this.vault = vault;
        this.custody = custody;
        this.dataSource = dataSource;
        this.clock = clock;
        this.sellers = sellers;
        this.events = events;
    }

    /** Turns the day for all sellers; safe to ask at any time. */
    public void turn() {
        makeRoom();
        for (var seller : sellers.stream()
                .map(KnowsSellers::allSellers)
                .flatMap(List::stream)
                .toList()) {
            events.publishEvent(new DayTurned(seller, clock.today()));
            var ended = custody.in(seller, SellerVault::endDaysThatHaveCome);
            custody.in(seller, ofSeller -> {
                ofSeller.removeRemains();
                return ended;
            });
            custody.in(seller, ofSeller -> {
                ofSeller.checkpoint();
                return ended;
            });
            if (!ended.isEmpty()) {
                LOG.info("records ended seller={} days={}", seller, ended.size());
            }
        }
    }

    /** Makes room in the vault for what will be sealed in the coming time. */
    void makeRoom() {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            vault.makeRoom(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
