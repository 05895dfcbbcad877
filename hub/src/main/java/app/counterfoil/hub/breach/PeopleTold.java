package app.counterfoil.hub.breach;

import app.counterfoil.hub.letter.LetterFacts;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.DataSubjects;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells whom of an incident a letter can still reach, whom one was written to, and what became of it; opens nobody. */
@Component
public class PeopleTold {

    private static final int MOST_LISTED = 50;

    private final AddressesInScope addresses;
    private final ContactsInScope contacts;
    private final ToldRows rows;
    private final Letters letters;

    PeopleTold(AddressesInScope addresses, ContactsInScope contacts, ToldRows rows, Letters letters) {
        this.addresses = addresses;
        this.contacts = contacts;
        this.rows = rows;
        this.letters = letters;
    }

    /**
     * How many can be written to, in orders, accounts of the shop, and people of neither, as far as that is known without
     * opening anybody.
     *
     * @param written to how many a letter was written already
     * @param readable of how many the data still opens, so that an address can be looked for
     * @param ended of how many the data has ended
     * @param forgotten of how many the person was forgotten
     * @param staff how many of those to look at are people of the shop
     * @param contacts how many of those to look at are behind no order and no account
     * @param others how many were counted at least besides
     */
    public record Ahead(
            long written, long readable, long ended, long forgotten, long staff, long contacts, long others) {}

    /**
     * What became of it.
     *
     * @param told how many were written to so far
     * @param states how many letters stand where
     * @param first when the first letter was written; empty if none was
     * @param last when the last one was
     * @param unreached whose people could not be written to, and why; not all, if there are many
     * @param troubles letters that were refused, came back, or could not be sent so far; not all, if there are many
     * @param unready what keeps all letters from leaving
     */
    public record So(
            Told told,
            Map<LetterState, Long> states,
            Optional<Instant> first,
            Optional<Instant> last,
            Map<UUID, Reach> unreached,
            List<Trouble> troubles,
            Optional<Refusal> unready) {

        /** How many letters stand there. */
        public long in(LetterState state) {
            return states.getOrDefault(state, 0L);
        }

        /** How many letters did not arrive, and are not tried again by themselves. */
        public long failed() {
            return in(LetterState.REFUSED) + in(LetterState.BOUNCED);
        }

        /** How many are written so far, whether they were noted in the timeline or the work was stopped before. */
        public long looked() {
            return told.told() + told.unreached();
        }
    }

    /**
     * A letter that was refused, came back, or could not be sent so far.
     *
     * @param about the order, the account or the subject of neither by which its address was found
     * @param letter where it stands, and why
     */
    public record Trouble(UUID about, LetterFacts letter) {}

    /** Whom a letter could reach. */
    public Ahead ahead(SellerId seller, CaseFile file) {
        var id = file.incident().id();
        var orders = file.orders();
        var written = new HashSet<>(rows.written(seller, id, orders));
        written.addAll(rows.written(seller, id, file.contacts()));
        var by = new EnumMap<Reach, Long>(Reach.class);
        var standing = contacts.standing(seller, file.contacts());
        standing.keySet().removeAll(written);
        long readableContacts = standing.values().stream()
                .filter(reach -> reach == Reach.WRITTEN)
                .count();
        standing.putAll(addresses.standing(seller, orders));
        standing.keySet().removeAll(written);
        standing.values().forEach(reach -> by.merge(reach, 1L, Long::sum));
        var staff = file.staff();
        var staffWritten = rows.written(seller, id, staff).size();
        long others = file.scopes().stream()
                .mapToLong(scope -> scope.found().others())
                .max()
                .orElse(0);
        return new Ahead(
                (long) written.size() + staffWritten,
                by.getOrDefault(Reach.WRITTEN, 0L) + staff.size() - staffWritten,
                by.getOrDefault(Reach.ENDED, 0L),
                by.getOrDefault(Reach.FORGOTTEN, 0L),
                (long) staff.size() - staffWritten,
                readableContacts,
                others);
    }

    /** Who those of these are who are behind no order and no account of the shop. */
    public Map<UUID, DataSubjects> whose(SellerId seller, Collection<UUID> about) {
        return contacts.whose(seller, about);
    }

    /** What became of it so far. */
    public So so(SellerId seller, UUID incident) {
        var about = rows.letters(seller, incident).stream()
                .collect(Collectors.toMap(ToldRows.Written::letter, ToldRows.Written::about));
        var times = rows.times(seller, incident);
        var troubles = letters.unsentAbout(seller, incident, MOST_LISTED).stream()
                .filter(letter -> about.containsKey(letter.id()))
                .map(letter -> new Trouble(about.getOrDefault(letter.id(), incident), letter))
                .toList();
        return new So(
                rows.told(seller, incident),
                letters.states(seller, incident),
                times.first(),
                times.last(),
                rows.unreached(seller, incident, MOST_LISTED),
                troubles,
                letters.unready());
    }
}
