package app.counterfoil.vault.check;

import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A part of a seller's sealed records that is checked in one go; parts can be checked beside each other.
 *
 * @param purpose the purpose of the records
 * @param share which of the data subjects, by their random ids
 */
public record RecordRange(Purpose purpose, Share share) {

    /** A share of all data subjects. */
    public enum Share {
        /** All of them. */
        ALL("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
        /** Those below the middle of all ids. */
        LOWER_HALF("00000000-0000-0000-0000-000000000000", "7fffffff-ffff-ffff-ffff-ffffffffffff"),
        /** The middle and what is above it. */
        UPPER_HALF("80000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff");

        private final UUID first;
        private final UUID last;

        Share(String first, String last) {
            this.first = UUID.fromString(first);
            this.last = UUID.fromString(last);
        }
    }

    /** One part for each purpose. */
    static List<RecordRange> ofAll() {
        return parts(Share.ALL);
    }

    /** Two parts for each purpose, of which two can be looked at beside each other. */
    static List<RecordRange> ofHalves() {
        return parts(Share.LOWER_HALF, Share.UPPER_HALF);
    }

    private static List<RecordRange> parts(Share... shares) {
        return Stream.of(Purpose.values())
                .flatMap(purpose -> Stream.of(shares).map(share -> new RecordRange(purpose, share)))
                .toList();
    }

    UUID first() {
        return share.first;
    }

    /** The last id that belongs to it. */
    UUID last() {
        return share.last;
    }

    /** What belongs to a purpose and to none of its data subjects is looked at with the first of them. */
    boolean isFirstOfItsPurpose() {
        return share != Share.UPPER_HALF;
    }
}
