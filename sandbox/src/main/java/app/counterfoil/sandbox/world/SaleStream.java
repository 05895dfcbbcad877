package app.counterfoil.sandbox.world;

import app.counterfoil.sandbox.world.Sale.Buyer;
import app.counterfoil.sandbox.world.Sale.Circumstance;
import app.counterfoil.sandbox.world.Sale.Destination;
import app.counterfoil.sandbox.world.Sale.Line;
import app.counterfoil.sandbox.world.Sale.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A stream of believable sales: the same seed gives the same sales. */
public final class SaleStream {

    private record Product(String sku, String title, long pence) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("MUG-BLU-350", "Stoneware mug, blue, 350 ml", 1_299),
            new Product("TEA-EG-100", "Earl Grey tea, loose leaf, 100 g", 695),
            new Product("BLK-WOOL-L", "Wool blanket, large", 8_900),
            new Product("BOOK-GARDEN", "The small garden, paperback", 1_199),
            new Product("CHILD-SOCK-3", "Children's socks, three pairs", 750),
            new Product("LAMP-DESK-BR", "Desk lamp, brass", 4_550),
            new Product("SOAP-LAV-4", "Lavender soap, four bars", 1_150),
            new Product("NOTE-A5-DOT", "Notebook A5, dotted", 899));
    private static final List<String> FIRST = List.of(
            "Alder", "Bryony", "Clover", "Dale", "Ember", "Fern", "Glen", "Hazel", "Ivy", "Juniper", "Linden", "Moss");
    private static final List<String> LAST =
            List.of("Demoson", "Sampleton", "Testworth", "Examplar", "Mockridge", "Trialby", "Pretendham", "Specimen");
    private static final List<String> OTHER_SCRIPTS =
            List.of("示例 用户", "Пример Образцов", "Παράδειγμα Δοκιμή", "مثال تجريبي", "Zoë Müster-Ångström");
    private static final List<Destination> PLACES = List.of(
            new Destination("1 Example Row", "", "Leeds", "West Yorkshire", "LS1 9ZZ", "GB", "07700 900101"),
            new Destination("22 Sample Street", "Flat 3", "Bristol", "", "BS1 9ZZ", "GB", "07700 900102"),
            new Destination("7 Test Lane", "", "Cardiff", "", "CF10 9ZZ", "GB", "029 2018 0103"),
            new Destination("14 Mock Close", "", "Edinburgh", "", "EH1 9ZZ", "GB", "0131 496 0104"),
            new Destination("9 Demo Gardens", "", "Belfast", "", "BT1 9ZZ", "GB", "028 9649 6105"),
            new Destination("3 Specimen Quay", "", "St Helier", "Jersey", "JE2 9ZZ", "JE", "07700 900106"),
            new Destination("5 Trial Hill", "", "St Peter Port", "Guernsey", "GY1 9ZZ", "GG", "07700 900107"),
            new Destination("8 Pretend Parade", "", "Douglas", "Isle of Man", "IM1 9ZZ", "IM", "07700 900108"),
            new Destination("12 Example Terrace", "", "Dublin", "County Dublin", "D02 ZZ99", "IE", "020 910 0109"),
            new Destination("Musterstraße 10", "", "Berlin", "", "10115", "DE", "030 23125 110"));

    private final Random random;
    /** Of its own, so that a plain sale is the same whether unusual ones came before it or not. */
    private final Random unusual;

    private final Instant until;
    private int number;

    /** A stream whose sales lie in the five days before the given instant. */
    public SaleStream(long seed, Instant until) {
        this.random = new Random(seed);
        this.unusual = new Random(~seed);
        this.until = until;
    }

    /** The next sale; now and then there is something unusual about it. */
    public Sale nextAndNowAndThenUnusual() {
        var plain = next();
        var circumstances = EnumSet.noneOf(Circumstance.class);
        var dice = unusual.nextInt(100);
        if (plain.state() == State.PENDING && dice < 70) {
            circumstances.add(Circumstance.PRICES_LATER);
        }
        if (plain.state() == State.UNSHIPPED && !plain.byMarketplace()) {
            if (dice < 8) {
                circumstances.add(Circumstance.CANCEL_REQUESTED);
            } else if (dice < 20) {
                circumstances.add(Circumstance.PARTLY_SENT);
            }
        }
        if (plain.currency().equals("EUR") && unusual.nextInt(100) < 75) {
            circumstances.add(Circumstance.VAT_BY_MARKETPLACE);
        }
        if (plain.shippingPence() > 0 && unusual.nextInt(100) < 20) {
            circumstances.add(Circumstance.DELIVERY_DISCOUNT);
        }
        return plain.in(circumstances);
    }

    /** The next sale, with nothing unusual about it. */
    public Sale next() {
        number++;
        var place = random.nextInt(10) < 6 ? PLACES.get(random.nextInt(4)) : pick(PLACES);
        var business = random.nextInt(12) == 0;
        var byMarketplace = random.nextInt(10) == 0;
        return new Sale(
                number,
                until.minus(Duration.ofMinutes(10L + random.nextInt(5 * 24 * 60))),
                buyer(business),
                house(place),
                lines(),
                random.nextInt(3) == 0 ? 0 : 295 + 50L * random.nextInt(5),
                place.country().equals("IE") || place.country().equals("DE") ? "EUR" : "GBP",
                random.nextInt(8) == 0 ? "Happy birthday! This gift was made up for a demo." : "",
                random.nextInt(8) == 0 ? "Please leave with a neighbour if out." : "",
                state(),
                byMarketplace,
                Set.of());
    }

    private Buyer buyer(boolean business) {
        var name = random.nextInt(10) == 0 ? pick(OTHER_SCRIPTS) : pick(FIRST) + " " + pick(LAST);
        var user = "demo-" + pick(FIRST).toLowerCase(Locale.ROOT) + "-" + number;
        return new Buyer(
                name,
                user,
                user + "-" + random.nextInt(1_000) + "@marketplace.example",
                business ? Optional.of(pick(LAST) + " Trading Ltd (demo)") : Optional.empty(),
                business ? Optional.of("GB100000034") : Optional.empty());
    }

    private Destination house(Destination place) {
        var line1 = place.line1().replaceFirst("\\d+", Integer.toString(1 + random.nextInt(180)));
        return new Destination(
                line1, place.line2(), place.city(), place.county(), place.postcode(), place.country(), place.phone());
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        var first = random.nextInt(PRODUCTS.size());
        int count = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < count; i++) {
            var product = PRODUCTS.get((first + i) % PRODUCTS.size());
            int quantity = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
            long discount = random.nextInt(6) == 0 ? product.pence() * quantity / 10 : 0;
            lines.add(new Line(product.sku(), product.title(), quantity, product.pence(), discount));
        }
        return List.copyOf(lines);
    }

    private State state() {
        int dice = random.nextInt(20);
        return dice == 0 ? State.CANCELLED : dice == 1 ? State.PENDING : dice == 2 ? State.SHIPPED : State.UNSHIPPED;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
