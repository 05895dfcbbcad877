package app.counterfoil.vault.check;

import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A part of a seller's sealed records that is checked in one go; parts can be checked beside each other.
 *
 * @param purpose the purpose of the records
 * @param half which half of the data subjects, by their random ids
 */
public record RecordRange(Purpose purpose, Half half) {

    /** Half of all data subjects. */
    public enum Half {
        /** Below the middle of all ids. */
        LOWER("00000000-0000-0000-0000-000000000000", "7fffffff-ffff-ffff-ffff-ffffffffffff"),
        /** The middle and what is above it. */
        UPPER("80000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff");

        private final UUID first;
        private final UUID last;

        Half(String first, String last) {
            this.first = UUID.fromString(first);
            this.last = UUID.fromString(last);
        }
    }

    /** All parts, which together hold every record of a seller once. */
    public static List<RecordRange> all() {
        return Stream.of(Purpose.values())
                .flatMap(purpose -> Stream.of(Half.values()).map(half -> new RecordRange(purpose, half)))
                .toList();
    }

    UUID first() {
        return half.first;
    }

    /** The last id that belongs to it. */
    UUID last() {
        return half.last;
    }
}
