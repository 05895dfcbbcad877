package app.counterfoil.hub.shell;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tells the frame of a page who has signed in. */
public interface WhoIsHere {

    /** The person in front of this page, if one has signed in. */
    Optional<Here> here();

    /**
     * Tells later, on any thread, whether whoever is in front of the page now still has the access they have now. What
     * nobody has begun goes on.
     */
    BooleanSupplier stillHere();

    /**
     * The person in front of a page.
     *
     * @param seller the seller's id
     * @param person the person's id
     * @param sellerName the name of the business
     * @param label how the person is greeted in the menu
     */
    record Here(String seller, String person, String sellerName, String label) {

        /** The ids only: names are personal. */
        @Override
        public String toString() {
            return "Here[" + seller + ", " + person + "]";
        }
    }
}
