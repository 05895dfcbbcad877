package app.counterfoil.hub.tax;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares whole pennies by weight so that the shares add up to the whole: the largest remainders get the odd pennies. */
final class Apportionment {

    private Apportionment() {}

    /** Shares a whole that is not negative; without any weight all count alike, and the earlier line wins a tie. */
    static long[] share(long whole, long[] weights) {
        var weightless = Arrays.stream(weights).allMatch(weight -> weight == 0);
        var counted = weightless ? Arrays.stream(weights).map(weight -> 1).toArray() : weights;
        var sum = Arrays.stream(counted).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new long[counted.length];
        var remainders = new BigInteger[counted.length];
        var left = whole;
        for (var line = 0; line < counted.length; line++) {
            var parts = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(counted[line]))
                    .divideAndRemainder(sum);
            shares[line] = parts[0].longValueExact();
            remainders[line] = parts[1];
            left -= shares[line];
        }
        IntStream.range(0, counted.length)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(line -> remainders[line])
                        .reversed())
                .limit(left)
                .forEach(line -> shares[line]++);
        return shares;
    }
}
