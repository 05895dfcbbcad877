package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A part of a seller's sealed records that is checked in one go; parts can be checked beside each other.
 *
 * @param purpose the purpose of the records
 * @param upper whether it is the upper half of the data subjects by their random ids, or the lower
 */
public record CellRange(Purpose purpose, boolean upper) {

    private static final UUID MIDDLE = UUID.fromString("80000000-0000-0000-0000-000000000000");
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** All parts, which together hold every record of a seller once. */
    public static List<CellRange> all() {
        return Stream.of(Purpose.values())
                .flatMap(purpose -> Stream.of(new CellRange(purpose, false), new CellRange(purpose, true)))
                .toList();
    }

    UUID from() {
        return upper ? MIDDLE : FIRST;
    }

    /** The last id that belongs to it; the middle itself belongs to the upper half. */
    UUID to() {
        return upper ? LAST : UUID.fromString("7fffffff-ffff-ffff-ffff-ffffffffffff");
    }
}
