package app.counterfoil.hub.safekeeping;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of one table as PostgreSQL copies them in binary (its documentation of {@code COPY}, section "Binary Format"): a
 * signature, then of each row the number of its fields and of each field its length and bytes.
 */
final class CopiedRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final DataInputStream in;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Optional<byte[]>> fields = new ArrayList<>();

    CopiedRows(InputStream rows, Manifest.Table table) throws IOException {
        in = new DataInputStream(rows);
        for (var column : table.columns()) {
            places.put(column.name(), places.size());
        }
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new IOException("the rows of a table do not begin as they should");
        }
        in.readInt();
        in.skipNBytes(in.readInt());
    }

    /** Goes on to the next row, if there is one. */
    boolean next() throws IOException {
        int count = in.readShort();
        if (count < 0) {
            return false;
        }
        fields.clear();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            fields.add(length < 0 ? Optional.empty() : Optional.of(in.readNBytes(length)));
        }
        return true;
    }

    boolean isEmpty(String column) {
        return fields.get(places.getOrDefault(column, -1)).isEmpty();
    }

    UUID id(String column) throws IOException {
        var bytes = ByteBuffer.wrap(field(column));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    String text(String column) throws IOException {
        return new String(field(column), StandardCharsets.UTF_8);
    }

    int number(String column) throws IOException {
        return ByteBuffer.wrap(field(column)).getInt();
    }

    LocalDate day(String column) throws IOException {
        return FIRST_DAY.plusDays(number(column));
    }

    private byte[] field(String column) throws IOException {
        return fields.get(places.getOrDefault(column, -1))
                .orElseThrow(() -> new IOException("a field that cannot be empty is"));
    }
}
