package app.counterfoil.hub.custody;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.check.RecordCheck;
import app.counterfoil.vault.check.RecordFlaw;
import app.counterfoil.vault.check.RecordRange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that every sealed record opens or has its end written; nobody is shown anything of it. */
@Component
@Order(0)
class SealedRecordsBookCheck implements BookCheck {

    /** The database works on two more meanwhile; a machine with a hub on it has no more to give. */
    private static final int THREADS = 2;

    private record Part(RecordRange range, RecordCheck found) {}

    private final Custody custody;

    SealedRecordsBookCheck(Custody custody) {
        this.custody = custody;
    }

    @Override
    public String name() {
        return "sealed records";
    }

    @Override
    public Checked of(SellerId seller) {
        var parts = parts(seller);
        var flaws = new ArrayList<Checked.Flaw>();
        for (var part : parts) {
            part.found().flaws().forEach(flaw -> flaws.add(told(flaw)));
            var unnamed = part.found().wrong() - part.found().flaws().size();
            if (unnamed > 0) {
                flaws.add(new Checked.Flaw(
                        "%,d more records or secrets of %s are not as they should be."
                                .formatted(unnamed, part.range().purpose()),
                        "Mend those that are named first, and check again."));
            }
        }
        flaws.addAll(kindsOfTwoPurposes(parts));
        return new Checked(
                "%,d open, %,d have ended and are about to go, %,d other secrets unwrap"
                        .formatted(
                                sum(parts, RecordCheck::opened),
                                sum(parts, RecordCheck::ended),
                                sum(parts, RecordCheck::secrets)),
                List.copyOf(flaws));
    }

    private List<Part> parts(SellerId seller) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var running = custody.in(seller, vault -> vault.checks().ranges()).stream()
                    .map(range -> CompletableFuture.supplyAsync(
                            () -> new Part(range, custody.in(seller, vault -> vault.checks()
                                    .sealedRecords(range))),
                            threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** A kind is held for one purpose: rows of it under another were put there past the program. */
    private static List<Checked.Flaw> kindsOfTwoPurposes(List<Part> parts) {
        Map<String, Set<Purpose>> purposes = new TreeMap<>();
        for (var part : parts) {
            for (var kind : part.found().kinds()) {
                purposes.computeIfAbsent(kind, each -> EnumSet.noneOf(Purpose.class))
                        .add(part.range().purpose());
            }
        }
        return purposes.entrySet().stream()
                .filter(held -> held.getValue().size() > 1)
                .map(held -> new Checked.Flaw(
                        "Records of the kind " + held.getKey() + " are held for more than one purpose: "
                                + held.getValue() + ".",
                        "Somebody has changed the database past the program; restore it from a backup."))
                .toList();
    }

    private static Checked.Flaw told(RecordFlaw flaw) {
        return new Checked.Flaw(
                "%s %s, held for %s until %s: %s."
                        .formatted(
                                flaw.what(),
                                flaw.id(),
                                flaw.purpose(),
                                flaw.endsOn(),
                                flaw.why().sentence()),
                flaw.why().isReadable()
                        ? "Start the hub, whose turn of the day ends it; if it runs, its log names what keeps it from that."
                        : "Restore it from a backup, or take it from its channel again; until then it is shown as damaged.");
    }

    private static long sum(List<Part> parts, ToLongFunction<RecordCheck> count) {
        return parts.stream().map(Part::found).mapToLong(count).sum();
    }
}
