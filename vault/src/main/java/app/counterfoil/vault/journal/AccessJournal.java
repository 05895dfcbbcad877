package app.counterfoil.vault.journal;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.CheckpointSignature;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A seller's access journal: who opened what, and the checkpoints, signed hashes over ranges of it, by which a change is
 * found. A range is counted in the transaction numbers of one database cluster and ends below every transaction that is
 * still running, so it is complete when it is hashed and nobody has to wait for anybody. Another cluster, into which a
 * dump was restored, begins a range of its own at 0.
 */
public final class AccessJournal {

    private static final String LATEST =
            """
            SELECT entry_id, at, reader_id, act, purpose, reason, kind, records
              FROM vault_journal
             WHERE seller_id = ?
             ORDER BY at DESC, entry_id
             LIMIT ?
            """;
    private static final String OPENED =
            """
            SELECT DISTINCT kind, record_id
              FROM vault_journal
             CROSS JOIN LATERAL unnest(records) AS opened (record_id)
             WHERE seller_id = ? AND at >= ? AND at < ? AND act = 'OPEN' AND (? OR reader_id = ?)
            """;
    private static final String COUNTED =
            """
            SELECT reader_id, purpose, sum(cardinality(records)) AS opened
              FROM vault_journal
             WHERE seller_id = ? AND at >= ? AND at < ? AND act = 'OPEN'
             GROUP BY reader_id, purpose
            """;
    private static final String BY =
            "SELECT count(*) AS entries FROM vault_journal WHERE seller_id = ? AND reader_id = ?";
    private static final String HERE =
            """
            SELECT (pg_control_system()).system_identifier AS cluster,
                   pg_snapshot_xmin(pg_current_snapshot())::text AS finished_below
            """;
    /** Of clusters that are not this one: a dump holds finished transactions alone, so all they left can be covered. */
    private static final String LEFT_ELSEWHERE =
            """
            SELECT elsewhere.cluster, newest.xact::text
              FROM (SELECT DISTINCT cluster
                      FROM vault_journal
                     WHERE seller_id = ?) AS elsewhere
             CROSS JOIN LATERAL (
                   SELECT xact
                     FROM vault_journal
                    WHERE seller_id = ? AND cluster = elsewhere.cluster
                    ORDER BY xact DESC
                    LIMIT 1) AS newest
             WHERE elsewhere.cluster <> ?
             ORDER BY elsewhere.cluster
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private record Here(long cluster, long finishedBelow) {}

    private record Left(long cluster, long newest) {}

    private final SellerRows rows;
    private final JournalLines lines;
    private final CheckpointRows stored;
    private final EpochKeys keys;
    private final Clock clock;
    private final CheckpointWitness witness;

    /**
     * The journal of the seller of these rows.
     *
     * @param keys whose signing key signs it
     * @param witness who remembers the newest checkpoint outside the database
     */
    public AccessJournal(SellerRows rows, EpochKeys keys, Clock clock, CheckpointWitness witness) {
        this.rows = rows;
        this.lines = new JournalLines(rows);
        this.stored = new CheckpointRows(rows);
        this.keys = keys;
        this.clock = clock;
        this.witness = witness;
    }

    /** Who opened what, the latest first. */
    public List<JournalEntry> latest(int most) {
        return rows.rows(JournalEntry::in, LATEST, rows.seller(), most);
    }

    /**
     * Which records were opened in some time, by their kind, each told once.
     *
     * @param from the first moment, business time
     * @param before the first moment that no longer counts
     * @param reader by whom alone; everybody's and every job's if empty
     */
    public Map<String, Set<UUID>> opened(Instant from, Instant before, Optional<UUID> reader) {
        var opened = new TreeMap<String, Set<UUID>>();
        rows.stream(
                row -> opened.computeIfAbsent(row.getString("kind"), kind -> new HashSet<>())
                        .add(Columns.id(row, "record_id")),
                OPENED,
                rows.seller(),
                from,
                before,
                reader.isEmpty(),
                reader.orElse(NOBODY));
        return opened;
    }

    /** How much each reader has opened for each purpose in some time, from that moment on and before that one. */
    public List<Openings> counted(Instant from, Instant before) {
        return rows.rows(
                row -> new Openings(
                        Columns.id(row, "reader_id"), Purpose.valueOf(row.getString("purpose")), row.getLong("opened")),
                COUNTED,
                rows.seller(),
                from,
                before);
    }

    /** How many entries somebody has in it. */
    public long by(UUID reader) {
        return rows.rows(row -> row.getLong("entries"), BY, rows.seller(), reader)
                .get(0);
    }

    /** Covers the finished entries since the last checkpoint with a signed hash. */
    public void checkpoint() {
        var here = rows.rows(row -> new Here(row.getLong("cluster"), Xact.read(row, "finished_below")), HERE)
                .get(0);
        var last = stored.last();
        if (last.isEmpty() || last.get().cluster() != here.cluster()) {
            // What another cluster left behind comes first, once: from then on only what is counted here is added.
            for (var left : leftElsewhere(here.cluster())) {
                cover(left.cluster(), left.newest() + 1);
            }
        }
        cover(here.cluster(), here.finishedBelow());
    }

    /**
     * Shows the newest checkpoint to the witness outside the database. In a transaction after the one that made it: only
     * what is committed may be shown.
     *
     * @throws JournalCutShort if the witness has seen what is not in the journal any more
     */
    public void showCheckpoint() {
        var last = stored.last();
        var seen = witness.lastSeen(rows.seller());
        if (seen.isPresent() && !holds(seen.get())) {
            throw new JournalCutShort(seen.get().number());
        }
        if (last.isPresent() && !seen.equals(last.map(Checkpoint::head))) {
            witness.seen(rows.seller(), last.get().head());
        }
    }

    /**
     * Lets the witness begin anew at the newest checkpoint; only where the journal was lawfully put back, as by a restore.
     *
     * @return how far it had been seen, if that was further
     */
    public Optional<JournalTaken> takeAsRestored() {
        var last = stored.last();
        var lost = witness.lastSeen(rows.seller())
                .filter(seen -> !holds(seen))
                .map(seen -> new JournalTaken(
                        seen.number(), last.map(Checkpoint::number).orElse(0)));
        last.ifPresentOrElse(newest -> witness.seen(rows.seller(), newest.head()), () -> witness.forget(rows.seller()));
        return lost;
    }

    /**
     * Checks it against its checkpoints and what was seen of them outside. What came after the newest checkpoint is not
     * signed yet: a change there does not show.
     */
    public JournalCheck check() {
        return new ChainCheck(rows, lines, signature()).of(stored.all(), witness.lastSeen(rows.seller()));
    }

    /** Made when it is needed: a key pair takes longer than most that a vault is asked for, and few of those sign. */
    private CheckpointSignature signature() {
        return new CheckpointSignature(keys.signingKey());
    }

    private boolean holds(CheckpointWitness.Head seen) {
        return stored.numbered(seen.number())
                .map(Checkpoint::head)
                .filter(seen::equals)
                .isPresent();
    }

    private List<Left> leftElsewhere(long here) {
        return rows.rows(
                row -> new Left(row.getLong("cluster"), Xact.read(row, "xact")),
                LEFT_ELSEWHERE,
                rows.seller(),
                rows.seller(),
                here);
    }

    private void cover(long cluster, long toXact) {
        var last = stored.last();
        var fresh = new Checkpoint(
                RangeHash.FORMAT,
                last.map(Checkpoint::number).orElse(0) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cluster,
                stored.coveredTo(cluster),
                toXact,
                0,
                new byte[0],
                new byte[0]);
        var range =
                new RangeHash(rows.seller(), fresh, last.map(Checkpoint::hash).orElse(new byte[0]));
        lines.each(cluster, fresh.fromXact(), toXact, range::add);
        if (range.entries() > 0) {
            stored.add(fresh.signed(range.entries(), range.hash(), signature()));
        }
    }
}
