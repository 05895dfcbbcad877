package app.counterfoil.hub.breach;

import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How far an incident reached, as it was counted at one moment; numbers and ids, nobody's data.
 *
 * @param id the count
 * @param question what was asked
 * @param at when it was counted, business time
 * @param found what came of it
 */
public record Scope(UUID id, Question question, Instant at, Found found) {

    /**
     * What a count has found.
     *
     * @param people how many data subjects
     * @param records how many records, or for a recipient how often something was given
     * @param readable how many of them were readable when it was counted
     * @param ended how many had ended by their day
     * @param forgotten of how many the person had been forgotten
     * @param unnamed how many are gone without it being known whose they were; nobody of them is among the people
     * @param contract whether orders of a channel are among them whose contract wants to be told
     * @param categories of which categories the data is
     * @param purposes for which purposes it was held
     * @param orders the orders it is about
     * @param staff the people of the shop whose own data it is about
     * @param contacts the subjects of neither of whom an address is kept, such as subscribers to a newsletter
     */
    public record Found(
            long people,
            long records,
            long readable,
            long ended,
            long forgotten,
            long unnamed,
            boolean contract,
            List<String> categories,
            Set<Purpose> purposes,
            List<UUID> orders,
            List<UUID> staff,
            List<UUID> contacts) {

        /** Copies the lists; categories and ids in their order, so that two counts of the same compare. */
        public Found {
            categories = categories.stream().distinct().sorted().toList();
            purposes = Set.copyOf(purposes);
            orders = orders.stream().distinct().sorted().toList();
            staff = staff.stream().distinct().sorted().toList();
            contacts = contacts.stream().distinct().sorted().toList();
        }

        /** How many subjects there are besides, such as those of orders that could not be taken in, and of notes. */
        public long others() {
            return Math.max(0, people - orders.size() - staff.size() - contacts.size());
        }
    }
}
