package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.PriceParts;
import app.counterfoil.hub.order.PriceParts.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the proceeds of orders 2026-01-01: every category of the contract finds its place, one we do not know is "other". */
final class AmazonPrices {

    /** Where VAT is due on what Amazon sends without telling the address (CHANNELS: the marketplace's id). */
    private static final Map<String, String> MARKETPLACES = Map.of("A1F83G8C2ARO7P", "GB");

    private AmazonPrices() {}

    /** What one item brings. */
    static final class Item {

        private final Map<Kind, Money> parts = new EnumMap<>(Kind.class);
        private Money goods;
        private Money shipping;

        private Item(Money goods) {
            this.goods = goods;
            this.shipping = Money.zero(goods.currency());
        }

        Money goods() {
            return goods;
        }

        Money shipping() {
            return shipping;
        }

        Map<Kind, Money> parts() {
            return parts;
        }

        private void add(String type, Money amount) {
            switch (type) {
                case "ITEM", "DISCOUNT" -> goods = goods.plus(amount);
                case "SHIPPING" -> shipping = shipping.plus(amount);
                case "GIFT_WRAP" -> parts.merge(Kind.GIFT_WRAP, amount, Money::plus);
                case "COD_FEE" -> parts.merge(Kind.CASH_ON_DELIVERY, amount, Money::plus);
                default -> parts.merge(Kind.OTHER, amount, Money::plus);
            }
        }

        private Money sum() {
            return parts.values().stream().reduce(goods.plus(shipping), Money::plus);
        }
    }

    /** The prices of an item; empty as long as Amazon has not added them. */
    static Optional<Item> of(OrderJson item) {
        var proceeds = item.at("proceeds");
        var parts = proceeds.at("breakdowns").each().stream().map(Part::of).toList();
        var priced = parts.stream().anyMatch(part -> part.is("ITEM"));
        var unit = item.at("product").at("price").at("unitPrice");
        if (!priced && !unit.exists()) {
            return Optional.empty();
        }
        var first = priced
                ? Money.zero(money(parts.get(0).told().at("subtotal")).currency())
                : money(unit).times(item.at("quantityOrdered").count());
        var read = new Item(first);
        for (var part : parts) {
            switch (part.type()) {
                case "TAX" -> {
                    // Last, when it is known whether the total holds it.
                }
                case "DISCOUNT" -> spread(read, part.told(), -1);
                default -> read.add(part.type(), money(part.told().at("subtotal")));
            }
        }
        if (!taxIsInside(read, proceeds)) {
            parts.stream().filter(part -> part.is("TAX")).forEach(tax -> spread(read, tax.told(), 1));
        }
        return Optional.of(read);
    }

    /** A part of the proceeds, whose type is asked for more than once. */
    private record Part(String type, OrderJson told) {

        static Part of(OrderJson told) {
            return new Part(told.at("type").text(), told);
        }

        boolean is(String asked) {
            return type.equals(asked);
        }
    }

    /** A tip is a gift to who brings the parcel, no part of the price. */
    static Money total(OrderJson order, Money sum) {
        var proceeds = order.at("proceeds");
        if (!proceeds.at("grandTotal").exists()) {
            return sum;
        }
        var total = money(proceeds.at("grandTotal"));
        var tips = proceeds.at("breakdowns").each().stream()
                .filter(part -> part.at("type").text().equals("DELIVERY_TIP"))
                .map(part -> money(part.at("subtotal")))
                .reduce(Money.zero(total.currency()), Money::plus);
        return total.equals(sum) ? total : total.minus(tips);
    }

    static PriceParts soldIn(OrderJson order, Money total) {
        var marketplace = order.at("salesChannel").at("marketplaceId").code();
        var none = PriceParts.none(total);
        return new PriceParts(MARKETPLACES.getOrDefault(marketplace, ""), none.parts(), none.refunded());
    }

    /** In Europe prices hold their tax as a rule: it is added only if the total of the item says so. */
    private static boolean taxIsInside(Item read, OrderJson proceeds) {
        return proceeds.at("proceedsTotal").exists()
                && money(proceeds.at("proceedsTotal")).equals(read.sum());
    }

    /** Taxes and discounts tell what they belong to; what they do not tell belongs to the goods. */
    private static void spread(Item read, OrderJson part, int sign) {
        var left = signed(money(part.at("subtotal")), sign);
        for (var detail : part.at("detailedBreakdowns").each()) {
            var type = detail.at("subtype").text();
            var value = signed(money(detail.at("value")), type.equals("DISCOUNT") ? -1 : sign);
            read.add(type, value);
            left = left.minus(value);
        }
        read.add("ITEM", left);
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 && amount.minor() > 0 ? amount.negated() : amount;
    }

    private static Money money(OrderJson amount) {
        return amount.money("amount", "currencyCode");
    }
}
