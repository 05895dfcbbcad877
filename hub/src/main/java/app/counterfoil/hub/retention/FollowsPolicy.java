package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A place lent to the keepers of records whose life a seller may change: they know which day each record is to end on.
 * What was extended for a reason of its own, such as an address typed in again, is left to that reason.
 */
public interface FollowsPolicy {

    /** The purpose that they keep records for. */
    Purpose purpose();

    /** What the policy would move among the next records after that one; nothing is changed. */
    Batch look(SellerId seller, RetentionPolicy policy, UUID after);

    /**
     * Moves the next records after that one to the days that the policy gives them, in the running transaction of the
     * seller; doing it again moves nothing. A record whose new day has come ends at once.
     */
    Batch move(SellerId seller, RetentionPolicy policy, UUID after);

    /**
     * Some of the records, in the order of their keeper.
     *
     * @param moves those whose end is another one
     * @param last where the next batch begins; empty when there is none
     */
    record Batch(List<Move> moves, Optional<UUID> last) {

        /** Nothing is left to look at. */
        static final Batch NONE = new Batch(List.of(), Optional.empty());
    }

    /**
     * One record whose end is another one.
     *
     * @param from the first day on which it cannot be opened
     * @param to the same under the policy; if that day has come, the record ends at once
     */
    record Move(LocalDate from, LocalDate to) {}
}
