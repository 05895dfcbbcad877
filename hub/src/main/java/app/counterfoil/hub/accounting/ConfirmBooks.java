package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in how a person wants sales to be entered into the books; before that nothing is. */
@Component
public class ConfirmBooks {

    private static final int MOST_DAYS_BACK = 366;

    private final LedgerAccounts ledgers;
    private final BooksRows books;
    private final BusinessClock clock;

    ConfirmBooks(LedgerAccounts ledgers, BooksRows books, BusinessClock clock) {
        this.ledgers = ledgers;
        this.books = books;
        this.clock = clock;
    }

    /**
     * What a person has chosen.
     *
     * @param way summaries or single invoices
     * @param since the first day of issue whose invoices are entered
     * @param codes the code of each part of sales
     */
    public record Choice(EntryWay way, LocalDate since, Map<Heading, String> codes) {}

    /**
     * Takes it in, once the service has said that it knows each code.
     *
     * @throws NotConfirmed if a code is missing or is none of the service's, or the day cannot be
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the service cannot be asked
     */
    public void of(Account account, Choice choice, UUID person) {
        var today = clock.today();
        if (choice.since().isAfter(today) || choice.since().isBefore(today.minusDays(MOST_DAYS_BACK))) {
            throw new NotConfirmed(
                    "since",
                    "That is no day to begin with.",
                    "Give today or a day of the last year; what was issued before it is not entered.");
        }
        if (!EntryWay.ofSales().contains(choice.way())) {
            throw new NotConfirmed("entryWay", "Sales cannot be entered like that.", "Choose one of the list.");
        }
        var settles = Heading.ofSettlements().stream()
                .anyMatch(heading -> !choice.codes().getOrDefault(heading, "").isEmpty());
        var chart = ledgers.of(account).chart(account);
        var codes = new EnumMap<Heading, Chart.Code>(Heading.class);
        for (var heading : Heading.values()) {
            var code = choice.codes().getOrDefault(heading, "");
            var needed = heading.isOfSettlements() ? settles : !heading.isLiability();
            if (needed || !code.isEmpty()) {
                codes.put(heading, chosen(chart, heading, code));
            }
        }
        books.confirm(account, choice.way(), choice.since(), codes, person);
    }

    private static Chart.Code chosen(Chart chart, Heading heading, String code) {
        return chart.choices(heading).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotConfirmed(
                        heading.name(),
                        code.isEmpty()
                                ? "Nothing is chosen for “" + heading.title() + "”."
                                : "What was chosen for “" + heading.title() + "” is not there, or has another rate.",
                        "Choose one of the list; if none fits, add it at the accounting service first."));
    }

    /** Sales cannot be entered like that. */
    public static final class NotConfirmed extends Refusal {
        private final String field;

        NotConfirmed(String field, String wrong, String mend) {
            super(wrong, mend);
            this.field = field;
        }

        /** Which field it is about. */
        public String field() {
            return field;
        }
    }

    /** The service of an account and how its books are kept, if that was confirmed. */
    public Optional<Books> confirmed(Account account) {
        return books.of(account);
    }
}
