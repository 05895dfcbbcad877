package app.counterfoil.hub.bookkeeper;

import app.counterfoil.hub.invoice.IssuedByMonth.Issued;
import app.counterfoil.hub.vatreturn.FrozenReturn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A month as books see it.
 *
 * @param month the month of issue
 * @param issued what was issued in it, one for each currency
 * @param entered how many of its documents stand in every connected book; empty without a book
 * @param declared the VAT return that counts its last day, if one was declared
 */
public record MonthOfBooks(
        YearMonth month, List<Issued> issued, Optional<Long> entered, Optional<FrozenReturn> declared) {

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /** Copies the list. */
    public MonthOfBooks {
        issued = List.copyOf(issued);
    }

    /** What may still change in a month. */
    public enum Lock {
        /** Documents are still issued in it, or it is in no return yet. */
        OPEN("Open", "OPEN"),
        /** Its return is declared; not all of its documents are in the books. */
        DECLARED("VAT declared", "READY"),
        /** Its return is declared, and every document is in the books, or no book is connected. */
        LOCKED("Locked", "DISPATCHED");

        private final String title;
        private final String look;

        Lock(String title, String look) {
            this.title = title;
            this.look = look;
        }

        /** How people call it. */
        public String title() {
            return title;
        }

        /** The look of its badge, by the name of a state of orders. */
        public String look() {
            return look;
        }
    }

    /** The month in words. */
    public String shown() {
        return month.format(IN_WORDS);
    }

    /** Its first day. */
    public LocalDate from() {
        return month.atDay(1);
    }

    /** Its last day. */
    public LocalDate until() {
        return month.atEndOfMonth();
    }

    /** How many documents were issued. */
    public long documents() {
        return issued.stream()
                .mapToLong(each -> each.invoices() + each.creditNotes())
                .sum();
    }

    /** How many of them are credit notes. */
    public long creditNotes() {
        return issued.stream().mapToLong(Issued::creditNotes).sum();
    }

    /** How many of its documents a book has to enter. */
    public long supplies() {
        return issued.stream().mapToLong(Issued::supplies).sum();
    }

    /** How many of these are not in every book. */
    public long notEntered() {
        return entered.map(many -> Math.max(0, supplies() - many)).orElse(0L);
    }

    /** What may still change in it. */
    public Lock lock() {
        if (declared.isEmpty()) {
            return Lock.OPEN;
        }
        return notEntered() == 0 ? Lock.LOCKED : Lock.DECLARED;
    }
}
