package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file says of one settlement.
 *
 * @param number the channel's number of it
 * @param firstDay first day of its period
 * @param lastDay last day of its period
 * @param paidOn when it was paid out, if the file says so
 * @param total what was paid out; empty if the file does not say it
 * @param lines its lines, in the order of the file
 */
public record ReadSettlement(
        String number,
        LocalDate firstDay,
        LocalDate lastDay,
        Optional<LocalDate> paidOn,
        Optional<Money> total,
        List<SettlementLine> lines) {

    /** Copies the lines. */
    public ReadSettlement {
        lines = List.copyOf(lines);
    }

    /** What its lines come to; empty if it has none. */
    public Optional<Money> sum() {
        return lines.stream().map(SettlementLine::amount).reduce(Money::plus);
    }

    /** By how much the lines come to more than was paid out; empty if nothing can be compared. */
    public Optional<Money> over() {
        return total.flatMap(paid -> sum().map(sum -> sum.minus(paid)));
    }

    /** How many orders its lines are of. */
    public int orders() {
        return orderNumbers().size();
    }

    /** The channel's numbers of the orders that its lines are of. */
    Set<String> orderNumbers() {
        return lines.stream()
                .map(SettlementLine::orderNumber)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
    }

    /** SHA-256 in hex of all that was read: the same for the same settlement, however its file is written. */
    String contentHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((number + "|" + firstDay + "|" + lastDay + "|" + paidOn + "|" + total + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (var line : lines) {
                digest.update((line.kind() + "|" + line.name() + "|" + line.orderNumber() + "|" + line.day() + "|"
                                + line.amount() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
