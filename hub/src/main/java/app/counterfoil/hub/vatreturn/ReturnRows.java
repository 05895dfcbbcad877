package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads frozen returns; always within the transaction of the one who freezes or asks. */
@Component
class ReturnRows {

    /** The names of the states in which a return counts, as a statement lists them. */
    static final String STANDING = ListedNames.of(ReturnState.values(), ReturnState::stands);

    private final JdbcClient db;
    private final BusinessClock clock;

    ReturnRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One return is frozen after the other. */
    void lock(SellerId seller) {
        db.sql("SELECT holds_from FROM vatreturn_rhythm WHERE seller_id = :seller FOR UPDATE")
                .param("seller", seller.value())
                .query(LocalDate.class)
                .list();
    }

    void insert(SellerId seller, FrozenReturn frozen, List<Entry> entries, UUID person) {
        var boxes = Arrays.stream(Box.values())
                .map(box -> "box" + box.number() + "_minor")
                .collect(Collectors.joining(", "));
        var values =
                Arrays.stream(Box.values()).map(box -> ":box" + box.number()).collect(Collectors.joining(", "));
        var insert = db.sql(
                        """
                        INSERT INTO vatreturn_return
                               (seller_id, return_id, period_start, period_end, frozen_at, person_id, state, %s)
                        VALUES (:seller, :return, :start, :end, :at, :person, :state, %s)
                        """
                                .formatted(boxes, values))
                .param("seller", seller.value())
                .param("return", frozen.id())
                .param("start", frozen.period().start())
                .param("end", frozen.period().end())
                .param("at", frozen.frozenAt().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("state", frozen.state().name());
        for (var box : Box.values()) {
            insert.param("box" + box.number(), frozen.boxes().pence(box));
        }
        insert.update();
        insertCounted(seller, frozen.id(), entries);
    }

    private void insertCounted(SellerId seller, UUID id, List<Entry> entries) {
        db.sql(
                        """
                        INSERT INTO vatreturn_counted
                               (seller_id, return_id, source_id, part, kind, tax_point, document, detail, late, turnover_minor,
                                box1_minor, box2_minor, box4_minor, box6_minor, box7_minor, box8_minor, box9_minor)
                        SELECT :seller, :return, counted.*
                          FROM unnest(CAST(:sources AS uuid[]), CAST(:parts AS text[]), CAST(:kinds AS text[]),
                                      CAST(:days AS date[]), CAST(:documents AS text[]), CAST(:details AS text[]),
                                      CAST(:lates AS boolean[]), CAST(:turnovers AS bigint[]), CAST(:box1 AS bigint[]),
                                      CAST(:box2 AS bigint[]), CAST(:box4 AS bigint[]), CAST(:box6 AS bigint[]),
                                      CAST(:box7 AS bigint[]), CAST(:box8 AS bigint[]), CAST(:box9 AS bigint[])) AS counted
                        """)
                .param("seller", seller.value())
                .param("return", id)
                .param("sources", entries.stream().map(Entry::source).toArray(UUID[]::new))
                .param("parts", entries.stream().map(Entry::part).toArray(String[]::new))
                .param(
                        "kinds",
                        entries.stream().map(entry -> entry.kind().name()).toArray(String[]::new))
                .param(
                        "days",
                        entries.stream()
                                .map(entry -> entry.taxPoint().toString())
                                .toArray(String[]::new))
                .param("documents", entries.stream().map(Entry::document).toArray(String[]::new))
                .param("details", entries.stream().map(Entry::detail).toArray(String[]::new))
                .param("lates", entries.stream().map(Entry::late).toArray(Boolean[]::new))
                .param("turnovers", pence(entries, Entry::turnover))
                .param("box1", pence(entries, entry -> entry.amounts().one()))
                .param("box2", pence(entries, entry -> entry.amounts().two()))
                .param("box4", pence(entries, entry -> entry.amounts().four()))
                .param("box6", pence(entries, entry -> entry.amounts().six()))
                .param("box7", pence(entries, entry -> entry.amounts().seven()))
                .param("box8", pence(entries, entry -> entry.amounts().eight()))
                .param("box9", pence(entries, entry -> entry.amounts().nine()))
                .update();
    }

    private static Long[] pence(List<Entry> entries, ToLongFunction<Entry> of) {
        return entries.stream().mapToLong(of).boxed().toArray(Long[]::new);
    }

    /** All returns that count, the latest period first. */
    List<FrozenReturn> standing(SellerId seller) {
        return db.sql("SELECT * FROM vatreturn_return WHERE seller_id = :seller AND state IN (" + STANDING
                        + ") ORDER BY period_start DESC")
                .param("seller", seller.value())
                .query((row, number) -> frozen(row))
                .list();
    }

    Optional<FrozenReturn> of(SellerId seller, UUID id) {
        return db.sql("SELECT * FROM vatreturn_return WHERE seller_id = :seller AND return_id = :return")
                .param("seller", seller.value())
                .param("return", id)
                .query((row, number) -> frozen(row))
                .optional();
    }

    List<Entry> entries(SellerId seller, UUID id) {
        return db.sql(
                        """
                        SELECT * FROM vatreturn_counted WHERE seller_id = :seller AND return_id = :return
                         ORDER BY late DESC, tax_point, document, part
                        """)
                .param("seller", seller.value())
                .param("return", id)
                .query((row, number) -> entry(row))
                .list();
    }

    /** What of these sources returns that stand have counted. */
    Set<Entry.Key> counted(SellerId seller, Collection<UUID> sources) {
        return new HashSet<>(db.sql(
                        """
                        SELECT counted.source_id, counted.part
                          FROM vatreturn_counted counted
                          JOIN vatreturn_return made USING (seller_id, return_id)
                         WHERE counted.seller_id = :seller AND counted.source_id = ANY (:sources) AND made.state IN (%s)
                        """
                                .formatted(STANDING))
                .param("seller", seller.value())
                .param("sources", sources.toArray(UUID[]::new))
                .query((row, number) -> new Entry.Key(row.getObject(1, UUID.class), row.getString(2)))
                .list());
    }

    /** Moves a return on from one state to another; false if it stands elsewhere by now. */
    boolean move(SellerId seller, UUID id, ReturnState from, ReturnState to) {
        return db.sql(
                                """
                                UPDATE vatreturn_return SET state = :to
                                 WHERE seller_id = :seller AND return_id = :return AND state = :from
                                """)
                        .param("seller", seller.value())
                        .param("return", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                > 0;
    }

    FrozenReturn asOfNow(VatPeriod period, NineBoxes boxes, ReturnState state) {
        return new FrozenReturn(UUID.randomUUID(), period, boxes, state, clock.now());
    }

    private static FrozenReturn frozen(ResultSet row) throws SQLException {
        var pence = new Long[Box.values().length];
        for (var box : Box.values()) {
            pence[box.number() - 1] = row.getLong("box" + box.number() + "_minor");
        }
        return new FrozenReturn(
                row.getObject("return_id", UUID.class),
                new VatPeriod(
                        row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)),
                new NineBoxes(Arrays.asList(pence)),
                ReturnState.valueOf(row.getString("state")),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("source_id", UUID.class),
                row.getString("part"),
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("tax_point", LocalDate.class),
                row.getString("document"),
                row.getString("detail"),
                row.getBoolean("late"),
                row.getLong("turnover_minor"),
                new Amounts(
                        row.getLong("box1_minor"),
                        row.getLong("box2_minor"),
                        row.getLong("box4_minor"),
                        row.getLong("box6_minor"),
                        row.getLong("box7_minor"),
                        row.getLong("box8_minor"),
                        row.getLong("box9_minor")));
    }
}
