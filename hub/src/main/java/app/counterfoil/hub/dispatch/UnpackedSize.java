package app.counterfoil.hub.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * How much the streams of a PDF unpack to. A few kilobytes can become gigabytes, and whoever reads a document unpacks a
 * stream as a whole; so this is asked first, without keeping anything.
 */
final class UnpackedSize {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    /** A stream may be packed more than once, which is where little becomes the most. */
    private static final int LAYERS = 4;

    private static final int CHUNK = 1 << 14;

    private long left;

    private UnpackedSize(long most) {
        this.left = most;
    }

    /** Whether all streams of the PDF together unpack to so many bytes or fewer. */
    static boolean isWithin(long most, byte[] pdf) {
        return new UnpackedSize(most).holds(pdf);
    }

    private boolean holds(byte[] pdf) {
        for (int at = 0; at < pdf.length - STREAM.length && left >= 0; at++) {
            if (startsStream(pdf, at)) {
                unpack(pdf, at + STREAM.length);
            }
        }
        return left >= 0;
    }

    private static boolean startsStream(byte[] pdf, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** What is not packed, or is broken, unpacks to nothing here; it is whoever reads the document who says so. */
    private void unpack(byte[] pdf, int from) {
        int begin = from;
        while (begin < pdf.length && (pdf[begin] == '\r' || pdf[begin] == '\n')) {
            begin++;
        }
        var chunk = new byte[CHUNK];
        try (var in = layers(new ByteArrayInputStream(pdf, begin, pdf.length - begin))) {
            int read = 0;
            while (read >= 0) {
                read = in.read(chunk);
            }
        } catch (IOException notPackedOrTooMuch) {
            // What has come out until then is counted.
        }
    }

    private InputStream layers(InputStream packed) throws IOException {
        var in = packed;
        for (int layer = 0; layer < LAYERS; layer++) {
            var ahead = new PushbackInputStream(in, 2);
            var header = ahead.readNBytes(2);
            ahead.unread(header);
            in = ahead;
            if (header.length < 2 || !isPacked(header)) {
                return layer == 0 ? InputStream.nullInputStream() : in;
            }
            in = new Counted(ahead);
        }
        return in;
    }

    /** One layer: what comes out of it counts, whatever comes out of the next, since a reader holds the whole of each. */
    private final class Counted extends InflaterInputStream {

        Counted(InputStream packed) {
            super(packed);
        }

        @Override
        public int read(byte[] to, int at, int most) throws IOException {
            int read = super.read(to, at, most);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("more than it may be");
            }
            return read;
        }
    }

    /** The first two bytes of the zlib format, RFC 1950: deflate, and a checksum of the two. */
    private static boolean isPacked(byte[] header) {
        int both = ((header[0] & 0xff) << Byte.SIZE) | (header[1] & 0xff);
        return (header[0] & 0x0f) == 8 && both % 31 == 0;
    }
}
