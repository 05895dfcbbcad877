package app.counterfoil.vault.journal;

import app.counterfoil.vault.seal.CheckpointSignature;
import app.counterfoil.vault.sql.SellerRows;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check of a seller's journal against the chain of its checkpoints: what fits is counted, what does not is named. */
final class ChainCheck {

    /**
     * Entries above what is covered. Of this cluster they wait for the next checkpoint, unless their transaction has not
     * begun yet; of another they can only be what it left before anything was covered here.
     */
    private static final String BEYOND =
            """
            SELECT entry.cluster, entry.cluster = here.cluster AS counted_here,
                   count(*) AS entries,
                   count(*) FILTER (WHERE entry.cluster = here.cluster AND entry.xact >= here.next) AS never_begun
              FROM vault_journal entry
             CROSS JOIN (SELECT (pg_control_system()).system_identifier AS cluster,
                                pg_snapshot_xmax(pg_current_snapshot()) AS next) AS here
              LEFT JOIN unnest(?::bigint[], ?::text[]) AS covered (cluster, to_xact)
                ON covered.cluster = entry.cluster
             WHERE entry.seller_id = ?
               AND (covered.cluster IS NULL OR entry.xact >= covered.to_xact::xid8)
             GROUP BY 1, 2
            """;

    private record Beyond(long cluster, boolean countedHere, long entries, long neverBegun) {}

    private final SellerRows rows;
    private final JournalLines lines;
    private final CheckpointSignature signature;
    private final List<JournalFlaw> flaws = new ArrayList<>();
    private final Map<Long, Long> coveredTo = new HashMap<>();
    private long covered;
    private long open;

    ChainCheck(SellerRows rows, JournalLines lines, CheckpointSignature signature) {
        this.rows = rows;
        this.lines = lines;
        this.signature = signature;
    }

    JournalCheck of(List<Checkpoint> chain, Optional<CheckpointWitness.Head> seen) {
        var previous = new byte[0];
        int expected = 1;
        for (var checkpoint : chain) {
            if (checkpoint.number() != expected) {
                flaw(checkpoint, "A checkpoint before this one is missing.");
            } else if (checkpoint.fromXact() != coveredTo.getOrDefault(checkpoint.cluster(), 0L)) {
                flaw(checkpoint, "It does not begin where the one before it ended.");
            }
            checkRange(checkpoint, previous);
            previous = checkpoint.hash();
            coveredTo.put(checkpoint.cluster(), checkpoint.toXact());
            expected = checkpoint.number() + 1;
        }
        checkBeyond(chain);
        seen.ifPresent(head -> checkSeen(chain, head));
        return new JournalCheck(
                chain.size(), covered, open, seen.map(CheckpointWitness.Head::number), List.copyOf(flaws));
    }

    private void checkRange(Checkpoint checkpoint, byte[] previous) {
        var range = new RangeHash(rows.seller(), checkpoint, previous);
        lines.each(checkpoint.cluster(), checkpoint.fromXact(), checkpoint.toXact(), range::add);
        covered += range.entries();
        if (range.entries() != checkpoint.entries()) {
            flaw(
                    checkpoint,
                    "The journal holds " + range.entries() + " entries where " + checkpoint.entries()
                            + " were signed.");
        } else if (!MessageDigest.isEqual(range.hash(), checkpoint.hash())) {
            flaw(checkpoint, "An entry, or the checkpoint itself, is not as it was when it was signed.");
        }
        if (!signature.verifies(checkpoint.signature(), checkpoint.hash())) {
            flaw(checkpoint, "The signature is not that of this installation.");
        }
    }

    private void checkBeyond(List<Checkpoint> chain) {
        var clusters = List.copyOf(coveredTo.keySet());
        var beyond = rows.rows(
                row -> new Beyond(
                        row.getLong("cluster"),
                        row.getBoolean("counted_here"),
                        row.getLong("entries"),
                        row.getLong("never_begun")),
                BEYOND,
                rows.array("bigint", clusters),
                rows.array("text", clusters, cluster -> Xact.text(coveredTo.getOrDefault(cluster, 0L))),
                rows.seller());
        for (var entries : beyond) {
            if (!entries.countedHere() && !mayBeLeftOf(entries.cluster(), chain)) {
                flaws.add(new JournalFlaw(
                        0, entries.entries() + " entries bear the number of a database server that never wrote here."));
            } else if (entries.neverBegun() > 0) {
                flaws.add(new JournalFlaw(
                        0, entries.neverBegun() + " entries bear the number of a transaction that has not been yet."));
            }
            open += entries.entries();
        }
    }

    /** After a restore into another cluster, what the last one left is covered by the next checkpoint. */
    private static boolean mayBeLeftOf(long cluster, List<Checkpoint> chain) {
        return chain.isEmpty() || chain.get(chain.size() - 1).cluster() == cluster;
    }

    private void checkSeen(List<Checkpoint> chain, CheckpointWitness.Head seen) {
        var there = chain.stream()
                .filter(checkpoint -> checkpoint.number() == seen.number())
                .findFirst();
        if (there.isEmpty()) {
            flaws.add(new JournalFlaw(
                    seen.number(),
                    "It was seen outside the database and is not in it: the journal was cut off after checkpoint "
                            + (chain.isEmpty() ? 0 : chain.get(chain.size() - 1).number()) + "."));
        } else if (!there.get().head().equals(seen)) {
            flaw(there.get(), "It is not the one that was seen outside the database when it was made.");
        }
    }

    private void flaw(Checkpoint checkpoint, String what) {
        flaws.add(new JournalFlaw(checkpoint.number(), what));
    }
}
