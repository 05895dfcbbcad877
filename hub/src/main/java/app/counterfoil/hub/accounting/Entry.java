package app.counterfoil.hub.accounting;

import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is entered into the books: a sale, or a credit, whose sums are below nought. It may name a customer, so it does not print.
 *
 * @param posting which posting it is
 * @param number the number it has in the books
 * @param sale the number of the invoice it is about: its own, or of a credit the one that is credited
 * @param day its day
 * @param way whether it is a summary or one invoice
 * @param customer whom the invoice names; never but of one invoice
 * @param currency the currency of its sums
 * @param lines its lines; never none
 */
public record Entry(
        UUID posting,
        String number,
        String sale,
        LocalDate day,
        EntryWay way,
        Optional<IssuedSales.Customer> customer,
        Currency currency,
        List<Line> lines) {

    /** @throws IllegalArgumentException if something else than one invoice names somebody */
    public Entry {
        lines = List.copyOf(lines);
        if (way != EntryWay.EACH && customer.isPresent()) {
            throw new IllegalArgumentException("Only a single invoice names somebody.");
        }
    }

    /**
     * A sum under one account and one VAT code.
     *
     * @param description what it is; never a product or a person
     * @param account the code of the account
     * @param vatCode the VAT code
     * @param net the sum without VAT
     * @param vat the VAT, to the penny as invoiced
     */
    public record Line(String description, String account, String vatCode, Money net, Money vat) {}

    /** By what we know it again in the books: of this posting and no other. */
    public String reference() {
        return reference(posting);
    }

    static String reference(UUID posting) {
        return "CF-" + posting;
    }

    /** Whether it takes something off. */
    public boolean isCredit() {
        return gross().minor() < 0;
    }

    /** The total without VAT. */
    public Money net() {
        return sum(Line::net);
    }

    /** The total VAT. */
    public Money vat() {
        return sum(Line::vat);
    }

    /** The total. */
    public Money gross() {
        return net().plus(vat());
    }

    private Money sum(Function<Line, Money> of) {
        return lines.stream().map(of).reduce(Money.zero(currency), Money::plus);
    }

    @Override
    public String toString() {
        return "Entry[" + posting + "]";
    }
}
