package app.counterfoil.hub.export;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells from a found file, or from rows of one, which copy it is: by the codes of its rows, and by the order in which the
 * orders stand in it. What was found is looked through in memory and kept nowhere.
 */
@Component
public class WhoseCopy {

    /** So many different codes and order numbers of what was found are looked at. */
    private static final int MOST = 50_000;

    private static final int LONGEST_NUMBER = 60;
    private static final String BETWEEN_CELLS = "[,;\t\r\n\"|]+";

    private final CopyRows rows;
    private final Orders orders;
    private final SellerTransactions transactions;

    WhoseCopy(CopyRows rows, Orders orders, SellerTransactions transactions) {
        this.rows = rows;
        this.orders = orders;
        this.transactions = transactions;
    }

    /**
     * A copy that it may be.
     *
     * @param copy which one
     * @param codes how many rows have codes of this copy, which no other copy has
     * @param inIt how many of the order numbers stand in it
     * @param inItsOrder whether they stand there in the order in which they were found
     */
    public record Match(Copy copy, int codes, int inIt, boolean inItsOrder) {}

    /**
     * What was found out.
     *
     * @param codes how many codes were found
     * @param numbers how many numbers of orders of the shop were found
     * @param matches the copies that it may be, the surest first
     */
    public record Verdict(int codes, int numbers, List<Match> matches) {

        /** Of fewer orders an order says little: five stand so by chance once in 120 times. */
        private static final int FEWEST_IN_ORDER = 5;

        /** Whether it is known for sure which copies these are: their codes are there. */
        public boolean isSure() {
            return matches.stream().anyMatch(match -> match.codes() > 0);
        }

        /** Whether the order of rows says which copy it is. */
        public boolean isByOrder() {
            return !isSure()
                    && numbers >= FEWEST_IN_ORDER
                    && matches.stream()
                                    .filter(match -> match.inItsOrder() && match.inIt() == numbers)
                                    .count()
                            == 1;
        }
    }

    /** Which copies that text is of. */
    public Verdict of(SellerId seller, String text) {
        var codes = CopyMark.CODE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .toList();
        return transactions.in(seller, () -> {
            var byCode = rows.byCode(seller, codes);
            var found = found(seller, text);
            var matches = new ArrayList<Match>();
            rows.holding(seller, found)
                    .forEach((copy, theirs) -> matches.add(new Match(
                            copy, byCode.getOrDefault(copy.id(), 0), theirs.size(), isInOrder(found, theirs))));
            byCode.forEach((copy, times) -> {
                if (matches.stream().noneMatch(match -> match.copy().id().equals(copy))) {
                    rows.one(seller, copy).ifPresent(each -> matches.add(new Match(each, times, 0, false)));
                }
            });
            matches.sort(Comparator.comparingInt(Match::codes)
                    .thenComparing(Match::inItsOrder)
                    .thenComparingInt(Match::inIt)
                    .reversed());
            return new Verdict(codes.size(), found.size(), List.copyOf(matches));
        });
    }

    /** The orders whose numbers stand in it, in the order in which they first do. */
    private List<UUID> found(SellerId seller, String text) {
        var cells = new LinkedHashSet<String>();
        for (var cell : text.split(BETWEEN_CELLS, -1)) {
            var number = cell.strip();
            if (!number.isEmpty()
                    && number.length() <= LONGEST_NUMBER
                    && number.chars().anyMatch(Character::isDigit)) {
                cells.add(number);
            }
            if (cells.size() == MOST) {
                break;
            }
        }
        Map<String, OrderId> known = orders.numbered(seller, cells);
        return cells.stream()
                .filter(known::containsKey)
                .map(known::get)
                .map(OrderId::value)
                .distinct()
                .collect(Collectors.toList());
    }

    /** Whether the rows of a copy stand in the order in which the orders were found. */
    private static boolean isInOrder(List<UUID> found, Map<UUID, Integer> theirs) {
        var last = 0;
        for (var order : found) {
            var place = theirs.getOrDefault(order, 0);
            if (place > 0 && place < last) {
                return false;
            }
            last = Math.max(last, place);
        }
        return theirs.size() > 1;
    }
}
