package app.counterfoil.hub.books;

import app.counterfoil.hub.measure.SellerId;
import java.util.Set;

/** A place lent to whoever knows of shops by something outside the database: a shop that is missing in it is named. */
public interface KnownElsewhere {

    /** The shops that stand outside the database, whether or not they stand in it. */
    Set<SellerId> sellers();

    /** Where they stand, as in "Shop … stands in …". */
    String where();
}
