package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.tax.VatStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the seller stands with the tax offices, as it has said, from which day on. What was issued stays as it is. */
@Component
public class VatStandings {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final SellerDetails details;
    private final BusinessClock clock;

    VatStandings(JdbcClient db, SellerTransactions transactions, SellerDetails details, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.details = details;
        this.clock = clock;
    }

    /**
     * What was said.
     *
     * @param holdsFrom the first time of supply it counts for
     * @param registeredSince the first day of the registration here; empty if the seller is registered as long as it has a
     *     number
     * @param established whether the business has its seat in the United Kingdom
     * @param dispatchedFrom where its goods set out from
     * @param scheme how it reckons what is paid over
     * @param flatRate the percentage of the Flat Rate Scheme
     * @param distanceSales how it accounts for sales to consumers in other member states
     * @param importOneStopShop whether it takes part in the Import One Stop Shop
     * @param states the member states where it is registered itself
     */
    public record Said(
            LocalDate holdsFrom,
            Optional<LocalDate> registeredSince,
            boolean established,
            Territory dispatchedFrom,
            VatScheme scheme,
            Optional<VatRate> flatRate,
            DistanceSales distanceSales,
            boolean importOneStopShop,
            Set<Country> states) {

        /** What is so while nobody has said anything else: a business here that sends from here. */
        public static final Said NOTHING = new Said(
                LocalDate.EPOCH,
                Optional.empty(),
                true,
                Territory.GREAT_BRITAIN,
                VatScheme.STANDARD,
                Optional.empty(),
                DistanceSales.BELOW_LIMIT,
                false,
                Set.of());

        /** Copies the set. */
        public Said {
            states = Set.copyOf(states);
        }

        /** The member states of registration, by name. */
        public String statesInWords() {
            return states.stream().map(Country::englishName).sorted().collect(Collectors.joining(", "));
        }

        private VatStanding on(LocalDate day, boolean hasNumber) {
            var registered = hasNumber
                    && registeredSince.filter(since -> since.isAfter(day)).isEmpty();
            return new VatStanding(registered, established, scheme, distanceSales, importOneStopShop, states);
        }
    }

    /** What was said, the latest first; nothing if nobody has said anything. */
    public List<Said> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM invoice_vat_standing WHERE seller_id = :seller ORDER BY holds_from DESC
                        """)
                .param("seller", seller.value())
                .query((row, number) -> said(row))
                .list());
    }

    /** What counts for a time of supply. */
    public Said on(SellerId seller, LocalDate day) {
        return of(seller).stream()
                .filter(said -> !said.holdsFrom().isAfter(day))
                .findFirst()
                .orElse(Said.NOTHING);
    }

    /** How the seller stands at a time of supply. */
    VatStanding standing(SellerId seller, LocalDate day) {
        return on(seller, day).on(day, details.of(seller).isVatRegistered());
    }

    /**
     * Says it from that day on, in place of what was said for the same day.
     *
     * @throws CannotInvoice if it does not fit together
     */
    public void say(SellerId seller, Said said, UUID person) {
        refuseUnfit(said);
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_vat_standing
                               (seller_id, holds_from, registered_since, established, dispatched_from, scheme, flat_rate_bp,
                                distance_sales, import_one_stop_shop, states, said_at, person_id)
                        VALUES (:seller, :from, CAST(:since AS date), :established, :dispatched, :scheme,
                                CAST(:flatRate AS integer), :distance, :import, :states, :now, :person)
                            ON CONFLICT (seller_id, holds_from) DO UPDATE
                           SET registered_since = EXCLUDED.registered_since, established = EXCLUDED.established,
                               dispatched_from = EXCLUDED.dispatched_from, scheme = EXCLUDED.scheme,
                               flat_rate_bp = EXCLUDED.flat_rate_bp, distance_sales = EXCLUDED.distance_sales,
                               import_one_stop_shop = EXCLUDED.import_one_stop_shop, states = EXCLUDED.states,
                               said_at = EXCLUDED.said_at, person_id = EXCLUDED.person_id
                        """)
                .param("seller", seller.value())
                .param("from", said.holdsFrom())
                .param("since", said.registeredSince().map(LocalDate::toString).orElse(null))
                .param("established", said.established())
                .param("dispatched", said.dispatchedFrom().code())
                .param("scheme", said.scheme().name())
                .param(
                        "flatRate",
                        said.flatRate()
                                .map(rate -> String.valueOf(rate.basisPoints()))
                                .orElse(null))
                .param("distance", said.distanceSales().name())
                .param("import", said.importOneStopShop())
                .param(
                        "states",
                        said.states().stream().map(Country::code).sorted().toArray(String[]::new))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update());
    }

    /** Takes back what was said for that day on. */
    public void takeBack(SellerId seller, LocalDate holdsFrom) {
        transactions.run(seller, () -> db.sql(
                        "DELETE FROM invoice_vat_standing WHERE seller_id = :seller AND holds_from = :from")
                .param("seller", seller.value())
                .param("from", holdsFrom)
                .update());
    }

    private static void refuseUnfit(Said said) {
        if (said.scheme() == VatScheme.FLAT_RATE && said.flatRate().isEmpty()) {
            throw new CannotInvoice(
                    "Percentage: the Flat Rate Scheme has one.", "Write the percentage of your trade, such as 7.5.");
        }
        if (said.distanceSales() == DistanceSales.REGISTERED_THERE
                && said.states().isEmpty()) {
            throw new CannotInvoice(
                    "Member states: none is chosen, and you say that you are registered there.",
                    "Choose where you are registered, or another way.");
        }
        if (!said.states().stream().allMatch(Country::isInEuropeanUnion)) {
            throw new CannotInvoice(
                    "Member states: one of them is none.", "Choose from the member states of the European Union.");
        }
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getObject("holds_from", LocalDate.class),
                Optional.ofNullable(row.getObject("registered_since", LocalDate.class)),
                row.getBoolean("established"),
                new Territory(row.getString("dispatched_from")),
                VatScheme.valueOf(row.getString("scheme")),
                Optional.ofNullable(row.getObject("flat_rate_bp", Integer.class))
                        .map(VatRate::new),
                DistanceSales.valueOf(row.getString("distance_sales")),
                row.getBoolean("import_one_stop_shop"),
                Arrays.stream((String[]) row.getArray("states").getArray())
                        .map(Country::new)
                        .collect(Collectors.toSet()));
    }
}
