package app.counterfoil.hub.safekeeping;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a backup as a row of entries, each preceded by its kind and length: what it holds; for each table its
 * name, its rows as PostgreSQL copies them, and their number; and a last word, without which it is not whole.
 */
final class Entries {

    private static final byte MANIFEST = 'M';
    private static final byte TABLE = 'T';
    private static final byte ROWS = 'R';
    private static final byte COUNT = 'C';
    private static final byte LAST = 'Z';

    private static final int CHUNK = 1 << 17;
    private static final int LONGEST = 1 << 26;

    private static final JsonMapper JSON = new JsonMapper();

    private Entries() {}

    /** Writes them. */
    static final class Writer {

        private final DataOutputStream out;
        private long written;

        Writer(OutputStream out) {
            this.out = new DataOutputStream(out);
        }

        void manifest(Manifest manifest) throws IOException {
            entry(MANIFEST, JSON.writeValueAsBytes(manifest));
        }

        void table(Manifest.Table table) throws IOException {
            entry(TABLE, JSON.writeValueAsBytes(table.name()));
        }

        /** Takes the rows of the table that was begun; small pieces are gathered. */
        OutputStream rows() {
            return new OutputStream() {
                private final byte[] gathered = new byte[CHUNK];
                private int length;

                @Override
                public void write(int each) throws IOException {
                    write(new byte[] {(byte) each}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    for (int left = count; left > 0; ) {
                        int step = Math.min(left, CHUNK - length);
                        System.arraycopy(bytes, from + count - left, gathered, length, step);
                        length += step;
                        left -= step;
                        if (length == CHUNK) {
                            flush();
                        }
                    }
                }

                @Override
                public void flush() throws IOException {
                    if (length > 0) {
                        entry(ROWS, gathered, length);
                        length = 0;
                    }
                }
            };
        }

        void count(long rows) throws IOException {
            entry(COUNT, JSON.writeValueAsBytes(rows));
        }

        void last(long rows) throws IOException {
            entry(LAST, JSON.writeValueAsBytes(rows));
        }

        long written() {
            return written;
        }

        private void entry(byte kind, byte[] content) throws IOException {
            entry(kind, content, content.length);
        }

        private void entry(byte kind, byte[] content, int length) throws IOException {
            out.writeByte(kind);
            out.writeInt(length);
            out.write(content, 0, length);
            written += length;
        }
    }

    /** Reads them, in the order in which they were written and no other. */
    static final class Reader {

        private final DataInputStream in;
        private long read;

        Reader(InputStream in) {
            this.in = new DataInputStream(in);
        }

        Manifest manifest() throws IOException {
            return value(MANIFEST, Manifest.class);
        }

        String table() throws IOException {
            return value(TABLE, String.class);
        }

        /** The rows of the table that was begun; their end is the end of this stream. */
        Rows rows() {
            return new Rows();
        }

        /** The last word; beyond it there is nothing. */
        long last() throws IOException {
            var rows = value(LAST, Long.class);
            if (in.read() >= 0) {
                throw new IOException("something follows the last entry");
            }
            return rows;
        }

        long read() {
            return read;
        }

        private <T> T value(byte kind, Class<T> type) throws IOException {
            if (in.readByte() != kind) {
                throw new IOException("an entry is not where it belongs");
            }
            return json(type);
        }

        private <T> T json(Class<T> type) throws IOException {
            try {
                return JSON.readValue(content(), type);
            } catch (JacksonException unreadable) {
                throw new IOException("an entry cannot be read");
            }
        }

        private byte[] content() throws IOException {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new IOException("an entry has no length");
            }
            var content = new byte[length];
            in.readFully(content);
            read += length;
            return content;
        }

        /** The rows of one table. */
        final class Rows extends InputStream {

            private byte[] chunk = {};
            private int at;
            private long counted = -1;

            /** How many rows were written; known at the end of the stream. */
            long count() throws IOException {
                if (counted < 0) {
                    throw new IOException("the rows were not read to their end");
                }
                return counted;
            }

            /** Reads them to their end and keeps none. */
            void skipAll() throws IOException {
                while (more()) {
                    at = chunk.length;
                }
            }

            @Override
            public int read() throws IOException {
                return more() ? chunk[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (!more()) {
                    return -1;
                }
                int step = Math.min(most, chunk.length - at);
                System.arraycopy(chunk, at, into, from, step);
                at += step;
                return step;
            }

            private boolean more() throws IOException {
                while (counted < 0 && at == chunk.length) {
                    switch (in.readByte()) {
                        case ROWS -> {
                            chunk = content();
                            at = 0;
                        }
                        case COUNT -> counted = json(Long.class);
                        default -> throw new IOException("an entry is not where it belongs");
                    }
                }
                return counted < 0;
            }
        }
    }
}
