package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.document.InvoiceParty.PostalPlace;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Creditable;
import app.counterfoil.hub.tax.Extra;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Reckoning.Row;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.SterlingRate;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Documents of every kind, made up by chance: the same number makes the same document. */
public final class MadeUpDocuments {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final LocalDate DAY = LocalDate.parse("2026-02-14");
    private static final int[] STATES_RATES = {1900, 700, 2000, 550, 210, 2700, 2550, 1700, 300, 0};

    /** What a sale bears. */
    private enum Sold {
        HERE,
        HERE_AND_EXEMPT,
        EXEMPT,
        EXPORTED,
        TO_EU_BUSINESS,
        REVERSE_CHARGE,
        ONE_STOP_SHOP,
        IMPORT_ONE_STOP_SHOP,
        REGISTERED_THERE,
        MARGIN_SCHEME,
        PARTLY_OTHERS;

        /** Each line one of them, by turns. */
        List<VatTreatment> treatments() {
            return switch (this) {
                case HERE -> List.of(VatTreatment.CHARGED);
                case HERE_AND_EXEMPT -> List.of(VatTreatment.CHARGED, VatTreatment.EXEMPT);
                case MARGIN_SCHEME -> List.of(VatTreatment.MARGIN_SCHEME, VatTreatment.CHARGED);
                case PARTLY_OTHERS ->
                    List.of(VatTreatment.CHARGED, VatTreatment.MARKETPLACE_ACCOUNTS, VatTreatment.OUTSIDE_SCOPE);
                default -> List.of(VatTreatment.valueOf(name()));
            };
        }
    }

    private final Random chance;
    private final int number;

    private MadeUpDocuments(int number) {
        this.number = number;
        this.chance = new Random(20261128L * 31 + number);
    }

    /** The document of that number, counted from nought. */
    public static InvoiceDocument one(int number) {
        return new MadeUpDocuments(number).document();
    }

    /** A full invoice as one for several orders, which share its lines. */
    public static InvoiceDocument ofSeveralOrders(InvoiceDocument one) {
        var parts = new ArrayList<InvoiceDocument.Part>();
        var lines = one.lines().size();
        for (int last = Math.max(1, lines / 3); parts.isEmpty() || last <= lines; last += Math.max(1, lines / 3)) {
            var number = parts.size() + 1;
            var rest = lines - last < Math.max(1, lines / 3);
            parts.add(new InvoiceDocument.Part(
                    "04-0000" + number + "-0000" + number,
                    DAY.minusDays(13 - number % 13),
                    String.format(Locale.UK, "V2026-9%05d", number),
                    DAY.minusDays(12 - number % 12),
                    rest ? lines : last));
        }
        return new InvoiceDocument(
                one.kind(),
                one.number(),
                one.issuedOn(),
                one.timeOfSupply(),
                one.supplier(),
                one.customer(),
                one.lines(),
                one.sums(),
                one.vatInSterling(),
                one.notes(),
                one.orderReference(),
                one.credit(),
                parts);
    }

    private InvoiceDocument document() {
        return switch (number % 10) {
            case 6 -> credited(full(sold()));
            case 7 -> credited(shortOne());
            case 8 -> shortOne();
            case 9 -> statement();
            default -> full(sold());
        };
    }

    private Sold sold() {
        return Sold.values()[(number / 10 * 7 + number % 10) % Sold.values().length];
    }

    /** A credit note over part of it, or the rest after another one. */
    private InvoiceDocument credited(InvoiceDocument invoice) {
        var left = Creditable.of(invoice.sums());
        var whole = left.remaining();
        if (whole.isZero()) {
            return invoice;
        }
        var part = left.byAmount(new Money(1 + chance.nextLong(whole.minor()), whole.currency()));
        var rest = left.after(part);
        var figures = rest.remaining().isZero() || chance.nextBoolean() ? part : rest.byAmount(rest.remaining());
        var touched = IntStream.range(0, figures.size())
                .filter(row -> !figures.get(row).gross().isZero())
                .boxed()
                .toList();
        var rows = touched.stream()
                .map(row -> new Row(
                        invoice.sums().rows().get(row).extra(),
                        invoice.sums().rows().get(row).treatment(),
                        invoice.sums().rows().get(row).rate(),
                        figures.get(row)))
                .toList();
        var sums = Reckoning.ofRows(rows);
        return new InvoiceDocument(
                invoice.kind(),
                invoice.number().replace('V', 'C'),
                invoice.issuedOn().plusDays(9),
                invoice.issuedOn().plusDays(7),
                invoice.supplier(),
                invoice.customer(),
                touched.stream().map(invoice.lines()::get).toList(),
                sums,
                invoice.vatInSterling().map(any -> sterling(sums)),
                invoice.notes(),
                invoice.orderReference(),
                Optional.of(new InvoiceDocument.Credit(invoice.number(), invoice.issuedOn(), CreditReason.RETURNED)));
    }

    private static Money sterling(Reckoning sums) {
        var currency = sums.total().vat().currency();
        return currency.equals(POUND)
                ? sums.total().vat()
                : sums.vatInSterling(new SterlingRate(currency, new BigDecimal("0.8437"), "made up"));
    }

    private InvoiceDocument full(Sold sold) {
        var currency = chance.nextInt(5) < 3
                ? POUND
                : Currency.getInstance(any(List.of("EUR", "USD", "JPY", "SEK", "PLN", "CHF")));
        var lines = 1 + (chance.nextInt(12) == 0 ? 40 + chance.nextInt(40) : chance.nextInt(6));
        var sums = sums(sold.treatments(), lines, currency, 500_000);
        return document(InvoiceKind.FULL, Optional.of(customer(sold)), sums, Optional.of(sterling(sums)));
    }

    private InvoiceDocument shortOne() {
        var sums = sums(List.of(VatTreatment.CHARGED), 1 + chance.nextInt(3), POUND, 4_000);
        return document(InvoiceKind.SIMPLIFIED, Optional.empty(), sums, Optional.empty());
    }

    private InvoiceDocument statement() {
        var treatment = any(
                List.of(VatTreatment.MARKETPLACE_ACCOUNTS, VatTreatment.NOT_REGISTERED, VatTreatment.OUTSIDE_SCOPE));
        var sums = sums(List.of(treatment), 1 + chance.nextInt(5), POUND, 100_000);
        return document(InvoiceKind.WITHOUT_VAT, Optional.empty(), sums, Optional.empty());
    }

    private Reckoning sums(List<VatTreatment> treatments, int count, Currency currency, int most) {
        var lines = new ArrayList<SaleLine>();
        var whole = 0L;
        for (int line = 0; line < count; line++) {
            var treatment = treatments.get(line % treatments.size());
            var price = chance.nextInt(15) == 0 ? 0 : 1 + chance.nextInt(most);
            var none = Money.zero(currency);
            lines.add(new SaleLine(1, new Money(price, currency), none, treatment, rate(treatment)));
            whole += price;
        }
        var extras = extras(lines, currency);
        var extra = extras.stream().mapToLong(each -> each.amount().minor()).sum();
        var rounding = whole > 100 ? chance.nextInt(3) - 1 : 0;
        return new Sale(lines, extras, new Money(whole + extra + rounding, currency)).reckon();
    }

    private List<Extra> extras(List<SaleLine> lines, Currency currency) {
        var extras = new ArrayList<Extra>();
        if (chance.nextBoolean()) {
            extras.add(Extra.ofAll("Delivery", new Money(1 + chance.nextInt(999), currency)));
        }
        var least = lines.stream().mapToLong(line -> line.value().minor()).sum() / 5;
        if (least > 0 && chance.nextInt(3) == 0) {
            extras.add(Extra.ofAll("Discount", new Money(-least + chance.nextInt(7), currency)));
        }
        var line = chance.nextInt(lines.size());
        var value = lines.get(line).value().minor();
        if (value > 10 && chance.nextInt(3) == 0) {
            extras.add(Extra.of("Promotion", line, new Money(-(value / 3), currency)));
        }
        if (chance.nextInt(6) == 0) {
            extras.add(Extra.of("Gift wrap", line, new Money(chance.nextInt(500), currency)));
        }
        return extras;
    }

    private VatRate rate(VatTreatment treatment) {
        return new VatRate(
                switch (treatment) {
                    case CHARGED -> any(List.of(2000, 2000, 2000, 500, 0));
                    case ONE_STOP_SHOP, IMPORT_ONE_STOP_SHOP, REGISTERED_THERE ->
                        STATES_RATES[chance.nextInt(STATES_RATES.length)];
                    default -> 0;
                });
    }

    private InvoiceDocument document(
            InvoiceKind kind, Optional<InvoiceParty> customer, Reckoning sums, Optional<Money> sterling) {
        var lines = new ArrayList<InvoiceLine>();
        for (var row : sums.rows()) {
            lines.add(
                    row.isGoods()
                            ? InvoiceLine.goods(any(WhatIsSold.TITLES), quantity(), row.treatment(), row.rate())
                            : InvoiceLine.extra(row.extra(), row.treatment(), row.rate()));
        }
        return new InvoiceDocument(
                kind,
                String.format(Locale.UK, "V2026-%06d", number + 1),
                DAY,
                DAY.minusDays(chance.nextInt(4)),
                supplier(kind),
                customer,
                lines,
                sums,
                sterling,
                WhatIsSold.NOTES.subList(0, chance.nextInt(WhatIsSold.NOTES.size() + 1)),
                String.format(Locale.UK, "202-%07d-%07d", chance.nextInt(9_999_999), number),
                Optional.empty());
    }

    private int quantity() {
        return chance.nextInt(4) == 0 ? 1 + chance.nextInt(997) : 1 + chance.nextInt(4);
    }

    private InvoiceParty supplier(InvoiceKind kind) {
        var postcode = any(List.of("LS1 9ZZ", "BT1 5GS", "IM1 2AA", "JE2 3QA"));
        return new InvoiceParty(
                any(List.of("Demo Shop (made up)", "Siopa Déanta & Mic", "Beispiel-Lampen <Testa>")),
                List.of("1 Example Row", "Leeds", postcode),
                kind == InvoiceKind.WITHOUT_VAT && chance.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(any(List.of("GB100000034", "XI100000034", "GB 782 2375 17"))));
    }

    private InvoiceParty customer(Sold sold) {
        var who = any(WhoBuys.ALL);
        var number =
                switch (sold) {
                    case TO_EU_BUSINESS -> Optional.of(any(WhoBuys.EU_NUMBERS));
                    case REVERSE_CHARGE -> Optional.of("GB782237517");
                    default ->
                        chance.nextBoolean()
                                ? Optional.of(any(WhoBuys.EU_NUMBERS))
                                : Optional.of("none that can be one").filter(any -> chance.nextInt(8) == 0);
                };
        var address = new ArrayList<>(who.street());
        address.addAll(List.of(who.town(), who.county(), who.postcode(), who.countryName()));
        // Before the parts of an address were kept apart, only its lines and the country of the order were known.
        var place = chance.nextInt(4) == 0
                ? new PostalPlace("", "", "", who.country())
                : new PostalPlace(who.town(), who.county(), who.postcode(), who.country());
        return new InvoiceParty(who.name(), address, number, Optional.of(place));
    }

    private <T> T any(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
