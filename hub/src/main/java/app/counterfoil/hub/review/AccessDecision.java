package app.counterfoil.hub.review;

import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was decided on somebody's access, with what was known then.
 *
 * @param person whose access
 * @param role what they did when it was decided
 * @param verdict what was decided
 * @param known what was known of how they use it
 * @param alone whether an owner decided on themselves, since the shop has no other
 * @param at when, business time
 * @param by the owner who decided
 */
public record AccessDecision(UUID person, Role role, Verdict verdict, Known known, boolean alone, Instant at, UUID by) {

    /**
     * What is known of how somebody uses their access.
     *
     * @param lastSignIn when they signed in last; empty if that is not known
     * @param opened how many records they opened for each purpose in three months
     */
    public record Known(Optional<Instant> lastSignIn, Map<Purpose, Long> opened) {

        /** Copies the map. */
        public Known {
            opened = Map.copyOf(opened);
        }
    }
}
