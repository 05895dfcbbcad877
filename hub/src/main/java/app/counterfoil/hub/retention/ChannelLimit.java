package app.counterfoil.hub.retention;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What the contract of a channel allows at most, where it allows less than a seller may choose. */
public enum ChannelLimit {
    /** The seller's policy alone decides. */
    NONE("", Integer.MAX_VALUE),
    /** Amazon's Data Protection Policy: at most 30 days after delivery; counted from dispatch, which is never later. */
    AMAZON("Amazon", 30);

    private final String channel;
    private final int daysAfterDispatch;

    ChannelLimit(String channel, int daysAfterDispatch) {
        this.channel = channel;
        this.daysAfterDispatch = daysAfterDispatch;
    }

    /** Those that limit something. */
    public static List<ChannelLimit> all() {
        return Arrays.stream(values()).filter(limit -> limit != NONE).toList();
    }

    /** The channel whose contract says so; empty if none does. */
    public String channel() {
        return channel;
    }

    /** The first day on which data cannot be opened that a seller keeps for so many days after dispatch. */
    LocalDate end(LocalDate dispatched, int days) {
        return dispatched.plusDays(Math.min(days, daysAfterDispatch));
    }

    /** The limit in words if it shortens so many days, with a space before it; else nothing. */
    static String inWords(int days) {
        var words = new StringBuilder();
        for (var limit : all()) {
            if (limit.daysAfterDispatch < days) {
                words.append(" (")
                        .append(limit.channel)
                        .append(" orders: ")
                        .append(limit.daysAfterDispatch)
                        .append(" days)");
            }
        }
        return words.toString();
    }
}
