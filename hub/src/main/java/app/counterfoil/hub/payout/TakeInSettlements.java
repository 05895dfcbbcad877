package app.counterfoil.hub.payout;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.SettledOrders;
import app.counterfoil.hub.storage.SellerTransactions;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Takes in settlement files: each settlement of a file whole, once, and only if its lines come to what was paid out. A file that
 * cannot be read is refused with all that is in it.
 */
@Component
public class TakeInSettlements {

    private final ReadSettlements readSettlements;
    private final SettlementRows rows;
    private final SettledOrders orders;
    private final Accounts accounts;
    private final List<SettlementFormat> formats;
    private final SellerTransactions transactions;

    TakeInSettlements(
            ReadSettlements readSettlements,
            SettlementRows rows,
            SettledOrders orders,
            Accounts accounts,
            List<SettlementFormat> formats,
            SellerTransactions transactions) {
        this.readSettlements = readSettlements;
        this.rows = rows;
        this.orders = orders;
        this.accounts = accounts;
        this.formats = List.copyOf(formats);
        this.transactions = transactions;
    }

    /** What becomes of a settlement of a file. */
    public enum Verdict {
        /** It is new and adds up. */
        NEW("New", "DISPATCHED"),
        /** The same was taken in before. */
        KNOWN("Taken in before", "CANCELLED"),
        /** One of its number says something else. */
        OTHERWISE("Refused", "ON_HOLD"),
        /** Its lines do not come to what was paid out. */
        NOT_ADDING_UP("Refused", "ON_HOLD"),
        /** The file does not say what was paid out. */
        WITHOUT_TOTAL("Refused", "ON_HOLD");

        private final String title;
        private final String look;

        Verdict(String title, String look) {
            this.title = title;
            this.look = look;
        }

        /** How people call it. */
        public String title() {
            return title;
        }

        /** The state of an order that looks like it. */
        public String look() {
            return look;
        }

        boolean isRefused() {
            return this != NEW && this != KNOWN;
        }
    }

    /**
     * A settlement of a file, and what becomes of it.
     *
     * @param read what the file says
     * @param verdict what becomes of it
     * @param groups what its lines come to, in the order of the page
     * @param unknown how many of its lines the hub does not know
     * @param known how many of its orders are known in the account
     */
    public record Found(
            ReadSettlement read, Verdict verdict, Map<LineKind.Group, Money> groups, long unknown, long known) {

        /** Whether it looks as if it were of another account: of several orders none is known. */
        public boolean isStrange() {
            return known == 0 && read.orders() > 1;
        }

        /** Why it is refused; empty if it is not. */
        public Optional<NotASettlement> refused() {
            return switch (verdict) {
                case NEW, KNOWN -> Optional.empty();
                case OTHERWISE ->
                    Optional.of(
                            new NotASettlement(
                                    "Settlement %s was taken in before, from a file that says something else."
                                            .formatted(read.number()),
                                    "Compare both at the channel. If this one is right, remove the other and take this one in."));
                case NOT_ADDING_UP ->
                    Optional.of(
                            new NotASettlement(
                                    "The lines of settlement %s come to %s, and %s was paid out: a difference of %s."
                                            .formatted(
                                                    read.number(),
                                                    read.sum().map(Money::shown).orElse("nothing"),
                                                    read.total().orElseThrow().shown(),
                                                    read.over()
                                                            .map(Money::shown)
                                                            .orElse("all")),
                                    "Lines are missing. Download it anew, for days that hold all of it, with all types of transactions."));
                case WITHOUT_TOTAL ->
                    Optional.of(new NotASettlement(
                            "The file does not say what was paid out by settlement %s.".formatted(read.number()),
                            "Download it anew, with all types of transactions, to the day on which it was paid out."));
            };
        }
    }

    /**
     * What a file says.
     *
     * @param found its settlements, in its order
     * @param notPaidYet how many rows are left for a later file
     */
    public record Look(List<Found> found, int notPaidYet) {

        /** How many settlements are new. */
        public long fresh() {
            return found.stream().filter(each -> each.verdict() == Verdict.NEW).count();
        }
    }

    /** The channels whose files can be read, with where such a file is found. */
    public List<String> whereToFind() {
        return formats.stream().map(SettlementFormat::whereToFind).sorted().toList();
    }

    /** The seller's accounts whose files can be read. */
    public List<Account> accounts(SellerId seller) {
        return accounts.of(seller).stream()
                .filter(account -> formats.stream().anyMatch(format -> format.service() == account.service()))
                .toList();
    }

    /**
     * What a file says; nothing is kept.
     *
     * @throws NotASettlement if it cannot be read
     * @throws NoSuchAccount if the seller has no such account
     */
    public Look look(SellerId seller, UUID account, InputStream file) {
        var of = account(seller, account);
        var read = readSettlements.read(of.service(), file);
        return transactions.in(seller, () -> look(seller, of, read));
    }

    /**
     * Takes in what is new in a file; tells of how many settlements.
     *
     * @throws NotASettlement if it cannot be read, or nothing of it is new and something is refused
     * @throws NoSuchAccount if the seller has no such account
     */
    public int takeIn(SellerId seller, UUID account, InputStream file, UUID person) {
        var of = account(seller, account);
        var read = readSettlements.read(of.service(), file);
        return transactions.in(seller, () -> {
            var look = look(seller, of, read);
            var taken = 0;
            for (var found : look.found()) {
                if (found.verdict() == Verdict.NEW && rows.insert(seller, of, found.read(), person)) {
                    taken++;
                }
            }
            if (taken == 0) {
                // Somebody else may have taken in another one under its number meanwhile.
                look(seller, of, read).found().stream()
                        .flatMap(found -> found.refused().stream())
                        .findFirst()
                        .ifPresent(refused -> {
                            throw refused;
                        });
            }
            return taken;
        });
    }

    private Look look(SellerId seller, Account account, ReadSettlements.ReadFile file) {
        if (file.settlements().isEmpty()) {
            throw new NotASettlement(
                    file.notPaidYet() > 0 ? "Nothing in this file was paid out yet." : "There is no row in this file.",
                    "Choose a file of something that was paid out.");
        }
        var numbers = file.settlements().stream().map(ReadSettlement::number).toList();
        var known = rows.known(seller, account.id(), numbers);
        var seen = new HashSet<String>();
        return new Look(
                file.settlements().stream()
                        .filter(read -> seen.add(read.number()))
                        .map(read -> new Found(
                                read,
                                verdict(read, Optional.ofNullable(known.get(read.number()))),
                                groups(read),
                                read.lines().stream()
                                        .filter(line -> line.kind() == LineKind.UNKNOWN)
                                        .count(),
                                orders.known(seller, account.id(), read.orderNumbers())
                                        .size()))
                        .toList(),
                file.notPaidYet());
    }

    private static Verdict verdict(ReadSettlement read, Optional<String> known) {
        if (known.isPresent()) {
            return known.get().equals(read.contentHash()) ? Verdict.KNOWN : Verdict.OTHERWISE;
        }
        if (read.total().isEmpty()) {
            return Verdict.WITHOUT_TOTAL;
        }
        return read.over().filter(Money::isZero).isPresent() ? Verdict.NEW : Verdict.NOT_ADDING_UP;
    }

    private static Map<LineKind.Group, Money> groups(ReadSettlement read) {
        Map<LineKind.Group, Money> groups = new EnumMap<>(LineKind.Group.class);
        read.lines().forEach(line -> groups.merge(line.kind().group(), line.amount(), Money::plus));
        return groups;
    }

    private Account account(SellerId seller, UUID id) {
        return accounts(seller).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchAccount::new);
    }

    /** There is no such account with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchAccount extends Refusal {
        NoSuchAccount() {
            super("There is no such account.", "Choose one of the list.");
        }
    }
}
