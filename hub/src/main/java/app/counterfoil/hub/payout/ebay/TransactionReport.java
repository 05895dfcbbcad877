package app.counterfoil.hub.payout.ebay;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.payout.FileRow;
import app.counterfoil.hub.payout.LineKind;
import app.counterfoil.hub.payout.LineName;
import app.counterfoil.hub.payout.ReadSettlement;
import app.counterfoil.hub.payout.SettlementFormat;
import app.counterfoil.hub.payout.SettlementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * eBay's transaction report: a row for each transaction, of any number of payouts, and a row for each payout. A payout is a
 * settlement here. Rows that are in no payout yet are left for a later file. The columns about buyers are not read.
 */
@Component
class TransactionReport implements SettlementFormat {

    private static final String DAY = "transaction creation date";
    private static final String TYPE = "type";
    private static final String ORDER = "order number";
    private static final String NET = "net amount";
    private static final String CURRENCY = "payout currency";
    private static final String PAID_ON = "payout date";
    private static final String PAYOUT = "payout id";
    private static final String COLLECTED = "ebay collected tax";
    private static final String OTHER_CURRENCY = "transaction currency";
    private static final String DESCRIPTION = "description";

    @Override
    public OutsideService service() {
        return OutsideService.EBAY;
    }

    @Override
    public String whereToFind() {
        return "eBay: Seller Hub, Payments, Reports, and there a transaction report, with all types of transactions, for days"
                + " from the first sale of a payout to the day on which it was paid out.";
    }

    @Override
    public char separator() {
        return ',';
    }

    @Override
    public Set<String> heading() {
        return Set.of(DAY, TYPE, ORDER, NET, CURRENCY, PAYOUT);
    }

    @Override
    public Set<String> columns() {
        var columns = new HashSet<>(
                Set.of(DAY, TYPE, ORDER, NET, CURRENCY, PAID_ON, PAYOUT, COLLECTED, OTHER_CURRENCY, DESCRIPTION));
        EbayLines.PARTS.forEach(part -> columns.add(part.getKey()));
        return columns;
    }

    @Override
    public Rows begin() {
        return new Taken();
    }

    private static final class Taken implements Rows {

        private final Map<String, List<SettlementLine>> lines = new LinkedHashMap<>();
        private final Map<String, Money> paid = new LinkedHashMap<>();
        private final Map<String, LocalDate> paidOn = new LinkedHashMap<>();
        private int notPaidYet;

        @Override
        public void take(FileRow row) {
            if (!row.has(PAYOUT)) {
                notPaidYet++;
                return;
            }
            var payout = row.code(PAYOUT);
            var currency = row.currency(CURRENCY);
            var net = row.amount(NET, currency);
            if (row.has(PAID_ON)) {
                paidOn.putIfAbsent(payout, row.day(PAID_ON));
            }
            var type = row.text(TYPE).toLowerCase(Locale.ROOT);
            var known = lines.computeIfAbsent(payout, first -> new ArrayList<>());
            if (!known.isEmpty() && !known.get(0).amount().currency().equals(net.currency())) {
                throw row.unreadable(CURRENCY, "it is not that of the rows above", "A payout has one currency.");
            }
            if (EbayLines.isPayout(type)) {
                if (paid.put(payout, net) != null) {
                    throw row.unreadable(TYPE, "this payout stands in the file twice", "A payout has one such row.");
                }
            } else {
                known.addAll(lines(row, type, net, currency));
            }
        }

        private static List<SettlementLine> lines(FileRow row, String type, Money net, String currency) {
            var isConverted =
                    row.has(OTHER_CURRENCY) && !row.text(OTHER_CURRENCY).equals(currency);
            if (!EbayLines.isSplit(type) || isConverted) {
                var name = row.has(DESCRIPTION) ? row.text(DESCRIPTION) : row.text(TYPE);
                return List.of(line(
                        row,
                        EbayLines.whole(type, row.text(DESCRIPTION)),
                        isConverted ? row.text(TYPE) + ", converted, fees taken off" : name,
                        net));
            }
            return parts(row, type, net, currency);
        }

        /** What the net amount is made of. A tax that the channel pays on counts twice, once on each side. */
        private static List<SettlementLine> parts(FileRow row, String type, Money net, String currency) {
            var found = new ArrayList<SettlementLine>();
            for (var part : EbayLines.PARTS) {
                if (row.has(part.getKey())) {
                    var amount = row.amount(part.getKey(), currency);
                    if (!amount.isZero()) {
                        found.add(line(row, EbayLines.part(type, part.getValue()), named(part.getKey()), amount));
                    }
                }
            }
            if (found.isEmpty()) {
                return List.of(line(row, EbayLines.whole(type, ""), row.text(TYPE), net));
            }
            var rest = found.stream().map(SettlementLine::amount).reduce(net, Money::minus);
            var tax = row.has(COLLECTED) ? row.amount(COLLECTED, currency) : Money.zero(net.currency());
            if (!tax.isZero()) {
                found.add(line(row, LineKind.WITHHELD_TAX, named(COLLECTED) + ", paid by the buyer", tax));
                // It is in the net amount of no report that is known; were it there once, it is not taken off again.
                if (rest.equals(tax)) {
                    return found;
                }
                found.add(line(
                        row, LineKind.WITHHELD_TAX, named(COLLECTED) + ", kept for the tax office", tax.negated()));
            }
            if (!rest.isZero()) {
                found.add(line(row, LineKind.UNKNOWN, "In a column that is not known", rest));
            }
            return found;
        }

        private static SettlementLine line(FileRow row, LineKind kind, String name, Money amount) {
            return new SettlementLine(
                    row.number(), kind, LineName.of(name), row.has(ORDER) ? row.code(ORDER) : "", row.day(DAY), amount);
        }

        private static String named(String column) {
            return column.startsWith("ebay")
                    ? "eBay" + column.substring(4)
                    : Character.toUpperCase(column.charAt(0)) + column.substring(1);
        }

        @Override
        public List<ReadSettlement> settlements() {
            return lines.entrySet().stream()
                    .map(payout -> settlement(payout.getKey(), payout.getValue()))
                    .toList();
        }

        private ReadSettlement settlement(String number, List<SettlementLine> of) {
            var days = of.stream().map(SettlementLine::day).sorted().toList();
            var day = Optional.ofNullable(paidOn.get(number));
            var first = days.isEmpty() ? day.orElse(LocalDate.EPOCH) : days.get(0);
            var last = days.isEmpty() ? first : days.get(days.size() - 1);
            return new ReadSettlement(number, first, last, day, total(number, of), of);
        }

        /** What a payout takes off the balance stands below nought; what it is, its lines say. */
        private Optional<Money> total(String number, List<SettlementLine> of) {
            return Optional.ofNullable(paid.get(number)).map(net -> {
                var sum = of.stream().map(SettlementLine::amount).reduce(Money.zero(net.currency()), Money::plus);
                return sum.equals(net) ? net : net.negated();
            });
        }

        @Override
        public int notPaidYet() {
            return notPaidYet;
        }
    }
}
