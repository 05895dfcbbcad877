package app.counterfoil.hub.vatreturn.onestop;

import static app.counterfoil.hub.vatreturn.onestop.OneStopFigures.EURO;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.vatreturn.onestop.OneStopEntry.Place;
import app.counterfoil.hub.vatreturn.onestop.OneStopFigures.Correction;
import app.counterfoil.hub.vatreturn.onestop.OneStopFigures.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes and reads frozen returns of the One Stop Shops; always within the transaction of the one who freezes or asks.
 */
@Component
class OneStopRows {

    private final JdbcClient db;

    OneStopRows(JdbcClient db) {
        this.db = db;
    }

    /** One return of a seller is frozen or taken back after the other. */
    void lock(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('vatreturn one stop ' || :seller, 0))")
                .param("seller", seller.value().toString())
                .query(rows -> {});
    }

    void insert(SellerId seller, FrozenOneStopReturn frozen, OneStopFigures figures, UUID person) {
        db.sql(
                        """
                        INSERT INTO vatreturn_one_stop_return
                               (seller_id, return_id, shop, period_start, period_end, payable_minor, submitted_on, reference,
                                frozen_at, person_id)
                        VALUES (:seller, :return, :shop, :start, :end, :payable, :submitted, :reference, :at, :person)
                        """)
                .param("seller", seller.value())
                .param("return", frozen.id())
                .param("shop", frozen.period().shop().name())
                .param("start", frozen.period().start())
                .param("end", frozen.period().end())
                .param("payable", frozen.payable().minor())
                .param("submitted", frozen.submittedOn())
                .param("reference", frozen.reference())
                .param("at", frozen.frozenAt().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
        insertFigures(seller, frozen, figures);
        insertCounted(seller, frozen.id(), figures.entries());
    }

    private record Figure(
            boolean correction,
            LocalDate start,
            String dispatch,
            String state,
            String kind,
            int rate,
            long net,
            long vat) {}

    private void insertFigures(SellerId seller, FrozenOneStopReturn frozen, OneStopFigures figures) {
        var rows = figureRows(frozen, figures);
        db.sql(
                        """
                        INSERT INTO vatreturn_one_stop_figure
                               (seller_id, return_id, line, correction, of_start, dispatch, state, rate_kind, rate_bp,
                                net_minor, vat_minor)
                        SELECT :seller, :return, figure.line, figure.correction, figure.of_start, figure.dispatch, figure.state,
                               figure.rate_kind, figure.rate_bp, figure.net_minor, figure.vat_minor
                          FROM unnest(CAST(:corrections AS boolean[]), CAST(:starts AS date[]), CAST(:dispatches AS text[]),
                                      CAST(:states AS text[]), CAST(:kinds AS text[]), CAST(:rates AS integer[]),
                                      CAST(:nets AS bigint[]), CAST(:vats AS bigint[]))
                               WITH ORDINALITY AS figure (correction, of_start, dispatch, state, rate_kind, rate_bp, net_minor,
                                                          vat_minor, line)
                        """)
                .param("seller", seller.value())
                .param("return", frozen.id())
                .param("corrections", rows.stream().map(Figure::correction).toArray(Boolean[]::new))
                .param("starts", texts(rows, row -> row.start().toString()))
                .param("dispatches", texts(rows, Figure::dispatch))
                .param("states", texts(rows, Figure::state))
                .param("kinds", texts(rows, Figure::kind))
                .param("rates", rows.stream().map(Figure::rate).toArray(Integer[]::new))
                .param("nets", rows.stream().map(Figure::net).toArray(Long[]::new))
                .param("vats", rows.stream().map(Figure::vat).toArray(Long[]::new))
                .update();
    }

    private static List<Figure> figureRows(FrozenOneStopReturn frozen, OneStopFigures figures) {
        var rows = new ArrayList<Figure>();
        for (var line : figures.lines()) {
            var place = line.place();
            rows.add(new Figure(
                    false,
                    frozen.period().start(),
                    place.dispatch(),
                    place.state().code(),
                    place.kind().name(),
                    place.rate().basisPoints(),
                    line.net().minor(),
                    line.vat().minor()));
        }
        for (var each : figures.corrections()) {
            rows.add(new Figure(
                    true,
                    each.period().start(),
                    "",
                    each.state().code(),
                    "",
                    0,
                    0,
                    each.vat().minor()));
        }
        return rows;
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    private static Boolean[] flags(List<OneStopEntry> entries, Function<OneStopEntry, Boolean> of) {
        return entries.stream().map(of).toArray(Boolean[]::new);
    }

    private static Integer[] rates(List<OneStopEntry> entries) {
        return entries.stream().map(entry -> entry.line().rate().basisPoints()).toArray(Integer[]::new);
    }

    private static Long[] minor(List<OneStopEntry> entries, Function<OneStopEntry, Money> of) {
        return entries.stream().map(entry -> of.apply(entry).minor()).toArray(Long[]::new);
    }

    private void insertCounted(SellerId seller, UUID id, List<OneStopEntry> entries) {
        db.sql(
                        """
                        INSERT INTO vatreturn_one_stop_counted
                               (seller_id, return_id, source_id, part, document, credit, supplied_on, day, dispatch, state,
                                rate_kind, rate_bp, of_start, correction, currency, net_minor, vat_minor, euro_net_minor,
                                euro_vat_minor)
                        SELECT :seller, :return, counted.*
                          FROM unnest(CAST(:sources AS uuid[]), CAST(:parts AS text[]), CAST(:documents AS text[]),
                                      CAST(:credits AS boolean[]), CAST(:supplied AS date[]), CAST(:days AS date[]),
                                      CAST(:dispatches AS text[]), CAST(:states AS text[]), CAST(:kinds AS text[]),
                                      CAST(:rates AS integer[]), CAST(:starts AS date[]), CAST(:corrections AS boolean[]),
                                      CAST(:currencies AS text[]), CAST(:nets AS bigint[]), CAST(:vats AS bigint[]),
                                      CAST(:euroNets AS bigint[]), CAST(:euroVats AS bigint[])) AS counted
                        """)
                .param("seller", seller.value())
                .param("return", id)
                .param("sources", entries.stream().map(OneStopEntry::source).toArray(UUID[]::new))
                .param("parts", texts(entries, OneStopEntry::part))
                .param("documents", texts(entries, OneStopEntry::document))
                .param("credits", flags(entries, OneStopEntry::credit))
                .param("supplied", texts(entries, entry -> entry.suppliedOn().toString()))
                .param("days", texts(entries, entry -> entry.day().toString()))
                .param("dispatches", texts(entries, entry -> entry.line().dispatch()))
                .param("states", texts(entries, entry -> entry.line().state().code()))
                .param("kinds", texts(entries, entry -> entry.line().kind().name()))
                .param("rates", rates(entries))
                .param("starts", texts(entries, entry -> entry.period().start().toString()))
                .param("corrections", flags(entries, OneStopEntry::correction))
                .param(
                        "currencies",
                        texts(entries, entry -> entry.net().currency().getCurrencyCode()))
                .param("nets", minor(entries, OneStopEntry::net))
                .param("vats", minor(entries, OneStopEntry::vat))
                .param("euroNets", minor(entries, OneStopEntry::euroNet))
                .param("euroVats", minor(entries, OneStopEntry::euroVat))
                .update();
    }

    /** All returns of a scheme, also what was taken back, the one that was frozen last first. */
    List<FrozenOneStopReturn> all(SellerId seller, OneStopShop shop) {
        return db.sql(
                        """
                        SELECT * FROM vatreturn_one_stop_return WHERE seller_id = :seller AND shop = :shop
                         ORDER BY frozen_at DESC, period_start DESC
                        """)
                .param("seller", seller.value())
                .param("shop", shop.name())
                .query((row, number) -> frozen(row))
                .list();
    }

    OneStopFigures figures(SellerId seller, FrozenOneStopReturn frozen) {
        var shop = frozen.period().shop();
        var lines = db.sql(
                        """
                        SELECT * FROM vatreturn_one_stop_figure
                         WHERE seller_id = :seller AND return_id = :return AND NOT correction
                         ORDER BY line
                        """)
                .param("seller", seller.value())
                .param("return", frozen.id())
                .query((row, number) -> new Line(place(row), euro(row, "net_minor"), euro(row, "vat_minor")))
                .list();
        var corrections = db.sql(
                        """
                        SELECT * FROM vatreturn_one_stop_figure
                         WHERE seller_id = :seller AND return_id = :return AND correction
                         ORDER BY line
                        """)
                .param("seller", seller.value())
                .param("return", frozen.id())
                .query((row, number) -> new Correction(
                        new TaxPeriod(shop, row.getObject("of_start", LocalDate.class)),
                        new Country(row.getString("state")),
                        euro(row, "vat_minor")))
                .list();
        var entries = db.sql(
                        """
                        SELECT * FROM vatreturn_one_stop_counted
                         WHERE seller_id = :seller AND return_id = :return
                         ORDER BY correction, supplied_on, document, part
                        """)
                .param("seller", seller.value())
                .param("return", frozen.id())
                .query((row, number) -> entry(row, shop))
                .list();
        return new OneStopFigures(lines, corrections, entries);
    }

    /** What of these documents returns that stand have counted. */
    Set<OneStopEntry.Key> counted(SellerId seller, Collection<UUID> sources) {
        return new HashSet<>(db.sql(
                        """
                        SELECT counted.source_id, counted.part
                          FROM vatreturn_one_stop_counted counted
                          JOIN vatreturn_one_stop_return made USING (seller_id, return_id)
                         WHERE counted.seller_id = :seller AND counted.source_id = ANY (:sources)
                           AND made.withdrawn_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("sources", sources.toArray(UUID[]::new))
                .query((row, number) -> new OneStopEntry.Key(row.getObject(1, UUID.class), row.getString(2)))
                .list());
    }

    /** Whether a return that stands was reckoned with the rate of a currency on the last day of a period. */
    boolean isReckonedWith(SellerId seller, Currency currency, LocalDate periodEnd) {
        return db.sql(
                        """
                        SELECT EXISTS (
                               SELECT 1
                                 FROM vatreturn_one_stop_counted counted
                                 JOIN vatreturn_one_stop_return made USING (seller_id, return_id)
                                WHERE counted.seller_id = :seller AND counted.currency = :currency
                                  AND made.withdrawn_at IS NULL
                                  AND counted.of_start + CASE made.shop WHEN 'UNION' THEN interval '3 months'
                                                                        ELSE interval '1 month' END
                                      = CAST(:after AS date))
                        """)
                .param("seller", seller.value())
                .param("currency", currency.getCurrencyCode())
                .param("after", periodEnd.plusDays(1).toString())
                .query(Boolean.class)
                .single();
    }

    void withdraw(SellerId seller, UUID id, Instant now, UUID person) {
        db.sql(
                        """
                        UPDATE vatreturn_one_stop_return SET withdrawn_at = :now, withdrawn_by = :person
                         WHERE seller_id = :seller AND return_id = :return AND withdrawn_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("return", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }

    private static FrozenOneStopReturn frozen(ResultSet row) throws SQLException {
        return new FrozenOneStopReturn(
                row.getObject("return_id", UUID.class),
                new TaxPeriod(
                        OneStopShop.valueOf(row.getString("shop")), row.getObject("period_start", LocalDate.class)),
                euro(row, "payable_minor"),
                row.getObject("submitted_on", LocalDate.class),
                row.getString("reference"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OneStopEntry entry(ResultSet row, OneStopShop shop) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new OneStopEntry(
                row.getObject("source_id", UUID.class),
                row.getString("part"),
                row.getString("document"),
                row.getBoolean("credit"),
                row.getObject("supplied_on", LocalDate.class),
                row.getObject("day", LocalDate.class),
                place(row),
                new TaxPeriod(shop, row.getObject("of_start", LocalDate.class)),
                row.getBoolean("correction"),
                new Money(row.getLong("net_minor"), currency),
                new Money(row.getLong("vat_minor"), currency),
                euro(row, "euro_net_minor"),
                euro(row, "euro_vat_minor"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("dispatch"),
                new Country(row.getString("state")),
                RateKind.valueOf(row.getString("rate_kind")),
                new VatRate(row.getInt("rate_bp")));
    }

    private static Money euro(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), EURO);
    }
}
