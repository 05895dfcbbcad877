package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which periods a seller makes VAT returns, as it has said. */
@Component
public class VatPeriods {

    private static final LocalDate EARLIEST = LocalDate.of(2019, 4, 1);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    VatPeriods(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * From when on periods are how long.
     *
     * @param from first day of the first such period
     * @param rhythm how long
     */
    public record Said(LocalDate from, Rhythm rhythm) {}

    /** What was said, the earliest first; nothing if nobody has said anything. */
    public List<Said> said(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        "SELECT holds_from, rhythm FROM vatreturn_rhythm WHERE seller_id = :seller ORDER BY holds_from")
                .param("seller", seller.value())
                .query((row, number) -> new Said(row.getObject(1, LocalDate.class), Rhythm.valueOf(row.getString(2))))
                .list());
    }

    /** The periods that have begun, the earliest first. */
    public List<VatPeriod> begun(SellerId seller) {
        return begun(said(seller), clock.today());
    }

    /** The period that begins on that day; empty if none of the seller does. */
    public Optional<VatPeriod> startingOn(SellerId seller, LocalDate start) {
        return begun(seller).stream()
                .filter(period -> period.start().equals(start))
                .findFirst();
    }

    /** A change of rhythm ends the period under way the day before. */
    static List<VatPeriod> begun(List<Said> said, LocalDate today) {
        var periods = new ArrayList<VatPeriod>();
        for (var at = 0; at < said.size(); at++) {
            var until = at + 1 < said.size() ? said.get(at + 1).from() : LocalDate.MAX;
            var first = said.get(at).from();
            var months = said.get(at).rhythm().months();
            var number = 0;
            var start = first;
            while (start.isBefore(until) && !start.isAfter(today)) {
                number++;
                var next = first.plusMonths((long) number * months);
                periods.add(new VatPeriod(start, (next.isAfter(until) ? until : next).minusDays(1)));
                start = next;
            }
        }
        return List.copyOf(periods);
    }

    /**
     * Says that periods are so long from that day on. What was said for the same day or later falls away.
     *
     * @throws CannotSubmit if a return stands for a period that this would change, or the day begins no month
     */
    void say(SellerId seller, Said said, Optional<LocalDate> frozenUntil, UUID person) {
        if (said.from().getDayOfMonth() != 1 || said.from().isBefore(EARLIEST)) {
            throw new CannotSubmit(
                    "First day: a VAT period begins on the first of a month, from April 2019 on.",
                    "Look at your VAT account at HMRC for the period that you are in.");
        }
        if (said.from().isAfter(clock.today().plusYears(1))) {
            throw new CannotSubmit("First day: this is more than a year ahead.", "Choose the period that you are in.");
        }
        if (frozenUntil.filter(until -> !said.from().isAfter(until)).isPresent()) {
            throw new CannotSubmit(
                    "First day: a return was submitted for a period that this would change.",
                    "Choose a day after the last period that was submitted.");
        }
        transactions.run(seller, () -> {
            db.sql("DELETE FROM vatreturn_rhythm WHERE seller_id = :seller AND holds_from >= :from")
                    .param("seller", seller.value())
                    .param("from", said.from())
                    .update();
            db.sql(
                            """
                            INSERT INTO vatreturn_rhythm (seller_id, holds_from, rhythm, said_at, person_id)
                            VALUES (:seller, :from, :rhythm, :now, :person)
                            """)
                    .param("seller", seller.value())
                    .param("from", said.from())
                    .param("rhythm", said.rhythm().name())
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("person", person)
                    .update();
        });
    }
}
