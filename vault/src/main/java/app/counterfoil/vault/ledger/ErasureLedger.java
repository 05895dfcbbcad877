package app.counterfoil.vault.ledger;

import app.counterfoil.vault.ledger.LedgerEntry.Ended;
import app.counterfoil.vault.seal.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The erasure ledger of an installation. Every destruction stands here, for good, before it is committed: so a crash
 * leaves less readable, never more, and a database from a backup is brought up to it before it is opened.
 */
public final class ErasureLedger {

    private static final String HEADER = "counterfoil erasure ledger 1 ";

    private final LedgerStore store;
    private String first = "";
    private String hash = "";
    private long sequence;
    /** The last entry of each seller, so that who is up to date is told without reading. */
    private final Map<UUID, Long> lastOf = new HashMap<>();

    private ErasureLedger(LedgerStore store) {
        this.store = store;
    }

    /**
     * A place in the ledger.
     *
     * @param sequence the entry that was the last one; 0 before the first
     * @param hash its hash; that of the first line before the first entry
     */
    public record Head(long sequence, String hash) {}

    /**
     * Opens a ledger and checks every line of it.
     *
     * @throws LedgerDoesNotFit if there is none, or a line is not as it was written
     * @throws LedgerUnusable if it cannot be read
     */
    public static ErasureLedger open(LedgerStore store) {
        var ledger = new ErasureLedger(store);
        ledger.catchUp();
        if (ledger.first.isEmpty()) {
            throw LedgerDoesNotFit.missing(store.place());
        }
        return ledger;
    }

    /** Opens the ledger, and begins it if there is none: for an installation that has never had one. */
    public static ErasureLedger openOrBegin(LedgerStore store) {
        // Somebody else may begin it at the same time; whoever was first has begun it.
        var begun = store.append(0, List.of(HEADER + UUID.randomUUID()));
        var ledger = open(store);
        if (begun && ledger.sequence != 0) {
            throw LedgerDoesNotFit.damaged(store.place(), 1);
        }
        return ledger;
    }

    /** By what this ledger is known again: the hash of its first line, in hexadecimal digits. */
    public synchronized String identity() {
        return first;
    }

    /** Where the ledger ends, others' entries included. */
    public synchronized Head head() {
        catchUp();
        return new Head(sequence, hash);
    }

    /**
     * Writes down what is destroyed once its transaction is committed; when it returns the entries survive a power cut.
     *
     * @return the last of the entries
     * @throws LedgerDoesNotFit if the ledger is shorter than it was; then nothing may be committed that destroys
     * @throws LedgerUnusable if they cannot be written; then nothing may be committed that destroys
     */
    public synchronized Head append(Instant at, UUID seller, Collection<Ended> ended, String rule) {
        while (!ended.isEmpty()) {
            var lines = new ArrayList<String>(ended.size());
            var before = hash;
            var next = sequence;
            for (var each : ended) {
                var entry = LedgerEntry.next(++next, at, seller, each, rule, before);
                lines.add(entry.line());
                before = entry.hash();
            }
            if (store.append(1 + sequence, lines)) {
                sequence = next;
                hash = before;
                lastOf.put(seller, next);
                break;
            }
            catchUp();
        }
        return new Head(sequence, hash);
    }

    /**
     * The seller's entries that follow a place.
     *
     * @throws LedgerDoesNotFit if the ledger ends before that place, or knows it otherwise
     */
    public synchronized List<LedgerEntry> after(Head place, UUID seller) {
        catchUp();
        refuseUnlessKnown(place);
        if (lastOf.getOrDefault(seller, 0L) <= place.sequence()) {
            return List.of();
        }
        var entries = new ArrayList<LedgerEntry>();
        each(place, entry -> {
            if (entry.seller().equals(seller)) {
                entries.add(entry);
            }
        });
        return entries;
    }

    /** Visits all entries, in order. */
    public void each(Consumer<LedgerEntry> visitor) {
        each(new Head(0, first), visitor);
    }

    /** The place before the first entry. */
    public Head beginning() {
        return new Head(0, first);
    }

    private void refuseUnlessKnown(Head place) {
        if (place.sequence() > sequence) {
            throw LedgerDoesNotFit.older(store.place(), sequence, place.sequence());
        }
        if (place.sequence() == 0) {
            return;
        }
        var found = store.line(1 + place.sequence()).map(line -> line.substring(line.lastIndexOf(' ') + 1));
        if (!found.equals(Optional.of(place.hash()))) {
            throw LedgerDoesNotFit.forked(store.place(), place.sequence());
        }
    }

    private void each(Head place, Consumer<LedgerEntry> visitor) {
        var before = new String[] {place.hash()};
        var line = new long[] {1 + place.sequence()};
        store.lines(line[0], text -> {
            var entry = LedgerEntry.parse(text, before[0])
                    .filter(parsed -> parsed.sequence() == line[0])
                    .orElseThrow(() -> LedgerDoesNotFit.damaged(store.place(), line[0] + 1));
            before[0] = entry.hash();
            line[0]++;
            visitor.accept(entry);
        });
    }

    private void catchUp() {
        if (first.isEmpty()) {
            store.lines(0, line -> {
                if (first.isEmpty()) {
                    if (!line.startsWith(HEADER)) {
                        throw LedgerDoesNotFit.damaged(store.place(), 1);
                    }
                    first = HexFormat.of().formatHex(new Fields().text(line).digest());
                    hash = first;
                }
            });
        }
        if (!first.isEmpty()) {
            each(new Head(sequence, hash), entry -> {
                sequence = entry.sequence();
                hash = entry.hash();
                lastOf.put(entry.seller(), sequence);
            });
        }
    }
}
