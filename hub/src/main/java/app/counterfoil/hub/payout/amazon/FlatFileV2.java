package app.counterfoil.hub.payout.amazon;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.payout.FileRow;
import app.counterfoil.hub.payout.LineName;
import app.counterfoil.hub.payout.ReadSettlement;
import app.counterfoil.hub.payout.SettlementFormat;
import app.counterfoil.hub.payout.SettlementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Amazon's settlement report, flat file V2 (GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2): a head with the period and what was
 * paid out, and below it a row for each amount of each item. The files of Germany, France, Italy and Spain have commas before
 * the cents and days as people write them there; their words are English.
 */
@Component
class FlatFileV2 implements SettlementFormat {

    private static final String NUMBER = "settlement-id";
    private static final String START = "settlement-start-date";
    private static final String END = "settlement-end-date";
    private static final String DEPOSIT = "deposit-date";
    private static final String TOTAL = "total-amount";
    private static final String CURRENCY = "currency";
    private static final String TRANSACTION = "transaction-type";
    private static final String ORDER = "order-id";
    private static final String TYPE = "amount-type";
    private static final String DESCRIPTION = "amount-description";
    private static final String AMOUNT = "amount";
    private static final String DAY = "posted-date";
    private static final String TIME = "posted-date-time";

    @Override
    public OutsideService service() {
        return OutsideService.AMAZON;
    }

    @Override
    public String whereToFind() {
        return "Amazon: Seller Central, Payments, All statements, and there Download Flat File V2 of a closed statement.";
    }

    @Override
    public char separator() {
        return '\t';
    }

    @Override
    public Set<String> heading() {
        return Set.of(NUMBER, START, END, TOTAL, CURRENCY, TRANSACTION, TYPE, DESCRIPTION, AMOUNT);
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                NUMBER, START, END, DEPOSIT, TOTAL, CURRENCY, TRANSACTION, ORDER, TYPE, DESCRIPTION, AMOUNT, DAY, TIME);
    }

    @Override
    public Rows begin() {
        return new Taken();
    }

    private record Head(
            String number,
            LocalDate start,
            LocalDate end,
            Optional<LocalDate> deposit,
            String currency,
            Optional<Money> total) {}

    private static final class Taken implements Rows {

        private final Map<String, Head> heads = new LinkedHashMap<>();
        private final Map<String, List<SettlementLine>> lines = new LinkedHashMap<>();

        @Override
        public void take(FileRow row) {
            var number = row.code(NUMBER);
            var head = heads.get(number);
            if (head == null) {
                head = head(row, number);
                heads.put(number, head);
            }
            if (row.has(AMOUNT)) {
                lines.computeIfAbsent(number, first -> new ArrayList<>()).add(line(row, head));
            } else if (!row.has(TOTAL)) {
                throw row.unreadable(AMOUNT, "it is missing", "A row is the head of a settlement, or has an amount.");
            }
        }

        /** The head stands first; files that tell it in each row are read as well. */
        private static Head head(FileRow row, String number) {
            var start = row.day(START);
            var end = row.day(END);
            if (end.isBefore(start)) {
                throw row.unreadable(END, "it lies before the first day", "It is the last day of the period.");
            }
            var currency = row.currency(CURRENCY);
            return new Head(
                    number,
                    start,
                    end,
                    row.has(DEPOSIT) ? Optional.of(row.day(DEPOSIT)) : Optional.empty(),
                    currency,
                    row.has(TOTAL) ? Optional.of(row.amount(TOTAL, currency)) : Optional.empty());
        }

        private static SettlementLine line(FileRow row, Head head) {
            var type = row.text(TYPE);
            var description = row.text(DESCRIPTION);
            if (row.has(CURRENCY) && !row.currency(CURRENCY).equals(head.currency())) {
                throw row.unreadable(CURRENCY, "it is not that of the head", "A settlement has one currency.");
            }
            var day = row.has(TIME) ? TIME : DAY;
            return new SettlementLine(
                    row.number(),
                    AmazonLines.kind(row.text(TRANSACTION), type, description),
                    name(row.text(TRANSACTION), type, description),
                    row.has(ORDER) ? row.code(ORDER) : "",
                    row.has(day) ? row.day(day) : head.end(),
                    row.amount(AMOUNT, head.currency()));
        }

        /** The description says what it is; where that is the same for all fees of a kind, the type goes in front of it. */
        private static String name(String transaction, String type, String description) {
            var isPlain = type.isEmpty() || type.startsWith("Item") || type.equals(transaction);
            return LineName.of(isPlain ? description : type + ": " + description);
        }

        @Override
        public List<ReadSettlement> settlements() {
            return heads.values().stream()
                    .map(head -> new ReadSettlement(
                            head.number(),
                            head.start(),
                            head.end(),
                            head.deposit(),
                            head.total(),
                            lines.getOrDefault(head.number(), List.of())))
                    .toList();
        }

        @Override
        public int notPaidYet() {
            return 0;
        }
    }
}
