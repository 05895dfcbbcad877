package app.counterfoil.hub.shell;

import java.util.Optional;
import java.util.Set;

/** Tells the frame of a page who has signed in. */
public interface WhoIsHere {

    /** The person in front of this page, if one has signed in. */
    Optional<Here> here();

    /**
     * The person in front of a page.
     *
     * @param seller the seller's id
     * @param person the person's id
     * @param sellerName the name of the business
     * @param label how the person is greeted in the menu
     * @param roles the names of the roles held
     */
    record Here(String seller, String person, String sellerName, String label, Set<String> roles) {

        /** Keeps its own copy of the roles. */
        public Here {
            roles = Set.copyOf(roles);
        }

        /** The ids only: names are personal. */
        @Override
        public String toString() {
            return "Here[" + seller + ", " + person + "]";
        }
    }
}
