package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.vatreturn.Purchases.FromFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Imports purchases from a CSV file, which keeps the digital link (Notice 700/22 §4.2.1): each keeps the hash of the file and
 * its row. A row that cannot be used is told and left out; one that is noted already is left as it is, so the same file can be
 * imported again.
 */
@Component
public class ImportPurchases {

    /** The columns; others are not read, so a name in one of them goes nowhere. */
    private static final List<String> COLUMNS = List.of("kind", "day", "paid", "number", "net", "vat");

    private static final int MOST_ROWS = 5_000;
    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

    private final Purchases purchases;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ImportPurchases(Purchases purchases, SellerTransactions transactions, BusinessClock clock) {
        this.purchases = purchases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A row of the file.
     *
     * @param number its number, the heading being the first
     * @param purchase what it says; empty if it cannot be used
     * @param known whether the same is noted already, or stands in the file before
     * @param wrong what is wrong with it, or empty
     */
    public record Row(int number, Optional<Purchase> purchase, boolean known, String wrong) {

        /** Whether it would be noted. */
        public boolean isNew() {
            return purchase.isPresent() && !known;
        }
    }

    /** What a file says, row by row; nothing is noted. */
    public List<Row> read(SellerId seller, String file) {
        return transactions.in(seller, () -> rows(seller, file));
    }

    /** Notes what is new in the file; tells of how many rows. */
    public int noted(SellerId seller, String file, UUID person) {
        var hash = hash(file);
        return transactions.in(seller, () -> {
            var noted = 0;
            for (var row : rows(seller, file)) {
                if (row.isNew()
                        && purchases.insert(
                                seller,
                                row.purchase().orElseThrow(),
                                Optional.of(new FromFile(hash, row.number())),
                                person)) {
                    noted++;
                }
            }
            return noted;
        });
    }

    private List<Row> rows(SellerId seller, String file) {
        var lines = file.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_ROWS + 1) {
            throw new NotAPurchase(
                    "The file has no row, or more than %,d.".formatted(MOST_ROWS),
                    "Choose a CSV file with a heading and a row for each document; a large one can be cut in pieces.");
        }
        var columns = columns(lines.get(0));
        var rows = new ArrayList<Row>();
        var seen = new HashSet<List<Object>>();
        for (var at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                rows.add(row(seller, at + 1, cells(lines.get(at)), columns, seen));
            }
        }
        return rows;
    }

    private Row row(
            SellerId seller, int number, List<String> cells, Map<String, Integer> columns, Set<List<Object>> seen) {
        try {
            var purchase = purchase(cells, columns);
            NotAPurchase.refuseUnfit(purchase, clock.today());
            var first = seen.add(
                    List.of(purchase.reference(), purchase.day(), purchase.kind(), purchase.net(), purchase.vat()));
            return new Row(number, Optional.of(purchase), !first || purchases.isNoted(seller, purchase), "");
        } catch (Refusal wrong) {
            return new Row(number, Optional.empty(), false, wrong.wrong());
        }
    }

    private static Purchase purchase(List<String> cells, Map<String, Integer> columns) {
        var kind = cell(cells, columns, "kind");
        return new Purchase(
                UUID.randomUUID(),
                kind.isEmpty()
                        ? PurchaseKind.BOUGHT
                        : PurchaseKind.read(kind)
                                .orElseThrow(() -> new NotAPurchase("Kind: this is none.", "Choose one of the list.")),
                day(cell(cells, columns, "day"), "Day")
                        .orElseThrow(() -> new NotAPurchase("Day: it is missing.", "Write the day of the document.")),
                day(cell(cells, columns, "paid"), "Paid"),
                cell(cells, columns, "number"),
                money(cell(cells, columns, "net"), "Net"),
                money(cell(cells, columns, "vat"), "VAT"));
    }

    private static String cell(List<String> cells, Map<String, Integer> columns, String column) {
        var at = columns.getOrDefault(column, Integer.MAX_VALUE);
        return at < cells.size() ? cells.get(at).strip() : "";
    }

    private static Optional<LocalDate> day(String written, String which) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        for (var format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, BRITISH)) {
            try {
                return Optional.of(LocalDate.parse(written, format));
            } catch (DateTimeException other) {
                // The next format is tried.
            }
        }
        throw new NotAPurchase(which + ": this is no day.", "Write it as 2026-03-31 or 31/03/2026.");
    }

    private static Money money(String written, String which) {
        try {
            return Money.of(written.replace("£", "").replace(",", ""), "GBP");
        } catch (Refusal none) {
            throw new NotAPurchase(which + ": this is no amount in pounds.", "Write it as 1234.50.");
        }
    }

    private static Map<String, Integer> columns(String heading) {
        var found = new HashMap<String, Integer>();
        var cells = cells(heading);
        for (var at = 0; at < cells.size(); at++) {
            found.putIfAbsent(cells.get(at).strip().toLowerCase(Locale.ROOT), at);
        }
        var missing = COLUMNS.stream()
                .filter(column -> !found.containsKey(column) && !column.equals("kind") && !column.equals("paid"))
                .toList();
        if (!missing.isEmpty()) {
            throw new NotAPurchase(
                    "The first row does not name the column " + String.join(", ", missing) + ".",
                    "Name the columns kind, day, paid, number, net and vat; kind and paid may be left out.");
        }
        return found;
    }

    /** Cells between commas or, where a row has none, semicolons; quotes may stand around one. */
    private static List<String> cells(String line) {
        var separator = line.indexOf(',') >= 0 || line.indexOf(';') < 0 ? ',' : ';';
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.length(); at++) {
            var character = line.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return Arrays.asList(cells.toArray(String[]::new));
    }

    private static String hash(String file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
