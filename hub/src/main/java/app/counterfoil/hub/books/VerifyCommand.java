package app.counterfoil.hub.books;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import app.counterfoil.hub.storage.KnowsSellers;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks all books of all shops, or of one, and names what is wrong. */
@Component
class VerifyCommand implements Command {

    private static final String USAGE = "./counterfoil verify [--seller ID] [--home DIR]";
    /** What is wrong in one way is often wrong a thousand times; the report stays readable. */
    private static final int MOST_NAMED = 50;

    private final ObjectProvider<KnowsSellers> sellers;
    private final ObjectProvider<BookCheck> checks;
    private final ObjectProvider<KnownElsewhere> elsewhere;

    VerifyCommand(
            ObjectProvider<KnowsSellers> sellers,
            ObjectProvider<BookCheck> checks,
            ObjectProvider<KnownElsewhere> elsewhere) {
        this.sellers = sellers;
        this.checks = checks;
        this.elsewhere = elsewhere;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String help() {
        return "checks journal, sealed records and books of every shop, and names what is wrong";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var shops = shops(arguments);
        int flaws = arguments.isEmpty() ? tellMissing(shops, out) : 0;
        for (int i = 0; i < shops.size(); i++) {
            out.println("Shop " + shops.get(i) + " (" + (i + 1) + " of " + shops.size() + ")");
            for (var check : checks.orderedStream().toList()) {
                flaws += tell(check, shops.get(i), out);
            }
        }
        out.println(
                flaws == 0
                        ? "All is well in " + shops.size() + " shops."
                        : flaws + " things are wrong; each is named above with what to do.");
        return flaws == 0 ? 0 : 1;
    }

    /** A shop whose rows are all gone has no books that could be wrong. */
    private int tellMissing(List<SellerId> shops, PrintStream out) {
        int missing = 0;
        for (var place : elsewhere.orderedStream().toList()) {
            var there = new TreeSet<>(Comparator.comparing(SellerId::toString));
            there.addAll(place.sellers());
            shops.forEach(there::remove);
            there.forEach(shop -> {
                out.println("WRONG: Shop " + shop + " stands in " + place.where() + ", and is not in this database.");
                out.println("  Restore the newest backup that has it.");
            });
            missing += there.size();
        }
        return missing;
    }

    private static int tell(BookCheck check, SellerId shop, PrintStream out) {
        out.printf("  %-20s ", check.name());
        out.flush();
        var begun = System.nanoTime();
        var checked = check.of(shop);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var flaws = checked.flaws();
        out.printf(
                "%s; %s (%d.%d s)%n",
                checked.counted(),
                flaws.isEmpty() ? "well" : flaws.size() + " WRONG",
                took.toSeconds(),
                took.toMillisPart() / 100);
        flaws.stream().limit(MOST_NAMED).forEach(flaw -> {
            out.println("    WRONG: " + flaw.wrong());
            out.println("      " + flaw.mend());
        });
        if (flaws.size() > MOST_NAMED) {
            out.println("    and " + (flaws.size() - MOST_NAMED) + " more like these");
        }
        return flaws.size();
    }

    private List<SellerId> shops(List<String> arguments) {
        var all = sellers.stream()
                .map(KnowsSellers::allSellers)
                .flatMap(List::stream)
                .toList();
        if (arguments.isEmpty()) {
            return all;
        }
        if (arguments.size() != 2 || !arguments.get(0).equals("--seller")) {
            throw new NotUnderstood(String.join(" ", arguments), USAGE);
        }
        try {
            var asked = new SellerId(UUID.fromString(arguments.get(1)));
            if (all.contains(asked)) {
                return List.of(asked);
            }
        } catch (IllegalArgumentException noId) {
            throw new NotUnderstood(arguments.get(1), USAGE);
        }
        throw new NoSuchShop(arguments.get(1), all);
    }

    /** No shop of the installation has that id. */
    static final class NoSuchShop extends Refusal {
        NoSuchShop(String id, List<SellerId> all) {
            super(
                    "There is no shop " + id + " here.",
                    "The shops are "
                            + String.join(
                                    ", ", all.stream().map(SellerId::toString).toList()) + ".");
        }
    }
}
