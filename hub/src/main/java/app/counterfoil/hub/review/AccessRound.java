package app.counterfoil.hub.review;

import app.counterfoil.hub.seller.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A review of who has access.
 *
 * @param id which one
 * @param startedAt when it began, business time
 * @param startedBy the person of the shop who began it
 * @param atStart who had access then, and in which role
 * @param decisions all that was decided on people, in its order
 * @param onTokens all that was decided on tokens of programs, in its order
 * @param closedAt when it was closed; empty while it is open
 * @param closedBy the owner who closed it
 */
public record AccessRound(
        UUID id,
        Instant startedAt,
        UUID startedBy,
        Map<UUID, Role> atStart,
        List<AccessDecision> decisions,
        List<TokenDecision> onTokens,
        Optional<Instant> closedAt,
        Optional<UUID> closedBy) {

    /** Copies what it is made of. */
    public AccessRound {
        atStart = Map.copyOf(atStart);
        decisions = List.copyOf(decisions);
        onTokens = List.copyOf(onTokens);
    }

    /** What counts of what was decided: the latest on each person. */
    public Map<UUID, AccessDecision> standing() {
        var standing = new HashMap<UUID, AccessDecision>();
        decisions.forEach(each -> standing.put(each.person(), each));
        return standing;
    }

    /** What counts of what was decided on tokens: the latest on each. */
    public Map<UUID, TokenDecision> standingOnTokens() {
        var standing = new HashMap<UUID, TokenDecision>();
        onTokens.forEach(each -> standing.put(each.token(), each));
        return standing;
    }

    /** What is left to do about somebody who has that role now, or no access any more. */
    public LeftToDo leftToDo(UUID person, Optional<Role> now) {
        return Optional.ofNullable(standing().get(person))
                .map(decision -> switch (decision.verdict()) {
                    case KEEP ->
                        now.isEmpty() || now.get() == decision.role() ? LeftToDo.NOTHING : LeftToDo.DECIDE_AGAIN;
                    case CHANGE_ROLE ->
                        now.isEmpty() || now.get() != decision.role() ? LeftToDo.NOTHING : LeftToDo.CHANGE_ROLE;
                    case END -> now.isEmpty() ? LeftToDo.NOTHING : LeftToDo.END_ACCESS;
                })
                .orElse(now.isEmpty() ? LeftToDo.NOTHING : LeftToDo.DECIDE);
    }

    /** What is left to do about somebody. */
    public enum LeftToDo {
        /** It is decided and done. */
        NOTHING("Done"),
        /** Nobody has decided. */
        DECIDE("To be decided"),
        /** The role has changed since it was decided. */
        DECIDE_AGAIN("Role changed since: decide again"),
        /** Another role was decided, and they have the same still. */
        CHANGE_ROLE("Decided; change the role now"),
        /** Its end was decided, and they have access still. */
        END_ACCESS("Decided; end the access now");

        private final String title;

        LeftToDo(String title) {
            this.title = title;
        }

        /** In words. */
        public String title() {
            return title;
        }
    }
}
