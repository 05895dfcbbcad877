package app.counterfoil.hub.bookkeeper.web;

import app.counterfoil.hub.bookkeeper.VatOfPeriod;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Periods drawn as bars beside each other on one scale, in hundredths of the width; below nought to the left.
 *
 * @param rows the bars of each period
 */
record VatBars(List<Row> rows) {

    private static final long WIDTH = 100;

    /**
     * A bar.
     *
     * @param from where it begins, 0 to 100
     * @param width how long it is
     */
    public record Bar(long from, long width) {}

    /** The bars of a period. */
    public record Row(VatOfPeriod of, Bar owed, Bar reclaimed) {}

    static VatBars of(List<VatOfPeriod> periods) {
        var most = sums(periods).max().orElse(0);
        var least = sums(periods).min().orElse(0);
        return new VatBars(periods.stream()
                .map(each -> new Row(each, bar(each.owed(), least, most), bar(each.reclaimed(), least, most)))
                .toList());
    }

    private static LongStream sums(List<VatOfPeriod> periods) {
        return LongStream.concat(
                LongStream.of(0), periods.stream().flatMapToLong(each -> LongStream.of(each.owed(), each.reclaimed())));
    }

    private static Bar bar(long pence, long least, long most) {
        var span = Math.max(1, most - least);
        var from = (Math.min(pence, 0) - least) * WIDTH / span;
        var width = Math.abs(pence) * WIDTH / span;
        // What is there is seen, however small it is.
        return new Bar(Math.min(from, WIDTH - 1), pence == 0 ? 0 : Math.max(1, width));
    }
}
