package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;

/** A place lent to whoever keeps the sellers, so that jobs of the installation can go through them one by one. */
public interface KnowsSellers {

    /** All sellers of the installation. */
    List<SellerId> allSellers();
}
