package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** A place lent to whoever keeps the sellers, so that jobs of the installation can go through them one by one. */
public interface KnowsSellers {

    /** All sellers of the installation. */
    List<SellerId> allSellers();

    /** Does a job's work for each of them; one seller's trouble is logged by its kind and keeps the job from no other. */
    default void each(String job, Consumer<SellerId> work) {
        for (var seller : allSellers()) {
            try {
                work.accept(seller);
            } catch (RuntimeException failed) {
                // Its message could quote what the seller keeps.
                LoggerFactory.getLogger(KnowsSellers.class)
                        .error(
                                "job={} failed seller={} type={}",
                                job,
                                seller,
                                failed.getClass().getName());
            }
        }
    }
}
