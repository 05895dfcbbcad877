package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.invoice.SuppliesMade.InSterling;
import app.counterfoil.hub.invoice.SuppliesMade.Share;
import app.counterfoil.hub.invoice.SuppliesMade.Supplied;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Documents and purchases that nobody has made, for what reckons with them. */
final class MadeUpDocuments {

    static final LocalDate DAY = LocalDate.of(2026, 8, 14);
    private static final List<Integer> RATES = List.of(2000, 500, 0);

    private final Random random;

    MadeUpDocuments(long seed) {
        random = new Random(seed);
    }

    static Supplied sale(VatTreatment treatment, long net, long vat) {
        return sale(List.of(share(treatment, 2000, net, vat)));
    }

    static Supplied sale(List<Share> shares) {
        return new Supplied(
                UUID.randomUUID(),
                "V2026-000001",
                new OrderId(UUID.randomUUID()),
                DAY,
                DAY,
                Territory.GREAT_BRITAIN,
                shares);
    }

    static Share share(VatTreatment treatment, int basisPoints, long net, long vat) {
        var rate = treatment == VatTreatment.CHARGED ? new VatRate(basisPoints) : VatRate.NOUGHT;
        return new Share(
                treatment,
                rate,
                Money.pence(net),
                Money.pence(vat),
                Optional.of(new InSterling(Money.pence(net), Money.pence(vat))));
    }

    static Purchase bought(PurchaseKind kind, long net, long vat) {
        return new Purchase(
                UUID.randomUUID(), kind, DAY, Optional.empty(), "INV-1", Money.pence(net), Money.pence(vat));
    }

    /** A document as they come: one part or several, sold or given back. */
    Supplied anySale() {
        var shares = new ArrayList<Share>();
        var back = random.nextInt(5) == 0 ? -1 : 1;
        var treatments = VatTreatment.values();
        for (var part = random.nextInt(3); part >= 0; part--) {
            var gross = back * (1L + random.nextInt(50_000));
            var treatment =
                    random.nextInt(2) == 0 ? VatTreatment.CHARGED : treatments[random.nextInt(treatments.length)];
            var rate = RATES.get(random.nextInt(RATES.size()));
            var vat = treatment.bearsVat()
                    ? new VatRate(rate).within(Money.pence(gross)).minor()
                    : 0;
            shares.add(share(treatment, rate, gross - vat, vat));
        }
        return sale(shares);
    }

    Purchase anyPurchase() {
        var kinds = PurchaseKind.values();
        var net = random.nextInt(400_000) - 50_000L;
        return new Purchase(
                UUID.randomUUID(),
                kinds[random.nextInt(kinds.length)],
                DAY,
                random.nextBoolean() ? Optional.of(DAY.plusDays(3)) : Optional.empty(),
                "INV-" + random.nextInt(1_000),
                Money.pence(net),
                Money.pence(net / 5));
    }
}
