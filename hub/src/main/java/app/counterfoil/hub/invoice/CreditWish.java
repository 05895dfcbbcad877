package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Creditable;
import app.counterfoil.hub.tax.Reckoning.Figures;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be credited of an invoice.
 *
 * @param part how much of it
 * @param paidBackOn the day on which the money was paid back: a decrease counts when it is paid (SI 1995/2518 regs. 24A to 24C)
 * @param reason why
 */
public record CreditWish(Part part, LocalDate paidBackOn, CreditReason reason) {

    /** How much is credited. */
    public sealed interface Part {
        /**
         * What is taken off each line.
         *
         * @param left what is left of the invoice
         * @throws Creditable.MoreThanInvoiced if it is more than that, or nothing
         */
        List<Figures> of(Creditable left);
    }

    /** All that is left of it. */
    public record Rest() implements Part {
        @Override
        public List<Figures> of(Creditable left) {
            return left.byAmount(left.remaining());
        }
    }

    /**
     * So much, shared by what is left of its lines.
     *
     * @param gross with VAT, above nought
     */
    public record Amount(Money gross) implements Part {
        @Override
        public List<Figures> of(Creditable left) {
            return left.byAmount(gross);
        }
    }

    /**
     * So much of each line.
     *
     * @param gross with VAT, for each line of the invoice; nought for those that stand
     */
    public record Lines(List<Money> gross) implements Part {
        /** Copies the list. */
        public Lines {
            gross = List.copyOf(gross);
        }

        @Override
        public List<Figures> of(Creditable left) {
            return left.byRows(gross);
        }
    }
}
