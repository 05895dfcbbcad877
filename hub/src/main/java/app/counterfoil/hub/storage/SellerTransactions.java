package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.SellerId;
import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction of one seller. The database shows such a transaction that seller's rows and nobody else's;
 * outside of one it shows none.
 */
public final class SellerTransactions {

    private final TransactionTemplate transactions;
    private final DataSource dataSource;
    private final JdbcClient db;

    SellerTransactions(PlatformTransactionManager transactions, DataSource dataSource) {
        this.transactions = new TransactionTemplate(transactions);
        this.dataSource = dataSource;
        this.db = JdbcClient.create(dataSource);
    }

    /**
     * Runs the work in the running transaction if it is the same seller's, and in one of its own otherwise.
     *
     * @throws AnotherSellersTransaction if the running transaction is another seller's
     */
    public <T> T in(SellerId seller, Supplier<T> work) {
        var result = transactions.execute(status -> {
            enter(seller);
            return new Result<>(work.get());
        });
        if (result == null) {
            throw new IllegalStateException("A transaction ended without a result.");
        }
        return result.value();
    }

    /** Runs work without a result, like {@link #in}. */
    public void run(SellerId seller, Runnable work) {
        in(seller, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The connection of the seller's running transaction, for code below Spring; it is not to be closed. */
    public Connection connection(SellerId seller) {
        if (!seller.equals(TransactionSynchronizationManager.getResource(this))) {
            throw new AnotherSellersTransaction();
        }
        return DataSourceUtils.getConnection(dataSource);
    }

    private void enter(SellerId seller) {
        var running = TransactionSynchronizationManager.getResource(this);
        if (seller.equals(running)) {
            return;
        }
        if (running != null) {
            throw new AnotherSellersTransaction();
        }
        db.sql("SELECT set_config('counterfoil.seller', :seller, true)")
                .param("seller", seller.toString())
                .query(String.class)
                .single();
        TransactionSynchronizationManager.bindResource(this, seller);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(SellerTransactions.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(SellerTransactions.this, seller);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(SellerTransactions.this);
            }
        });
    }

    private record Result<T>(T value) {}
}
