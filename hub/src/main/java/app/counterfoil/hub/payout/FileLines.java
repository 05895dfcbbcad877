package app.counterfoil.hub.payout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file one after the other, as they come in; no more than one of them is in memory. */
final class FileLines {

    static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int MOST_IN_LINE = 64 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream in;
    private int line;
    private long bytes;
    private int ahead = -2;

    FileLines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that was read last, the first being 1. */
    int number() {
        return line;
    }

    /** The next line without its end; empty behind the last one. */
    Optional<String> next() {
        try {
            var read = new ByteArrayOutputStream(256);
            var next = nextByte();
            if (next < 0) {
                return Optional.empty();
            }
            for (; next >= 0 && next != '\n' && next != '\r'; next = nextByte()) {
                read.write(next);
                if (read.size() > MOST_IN_LINE) {
                    throw notRead("Line " + (line + 1) + " is longer than any row of a settlement.");
                }
            }
            if (next == '\r') {
                ahead = nextByte();
                if (ahead == '\n') {
                    ahead = -2;
                }
            }
            line++;
            return Optional.of(text(read.toByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int nextByte() throws IOException {
        if (ahead != -2) {
            var next = ahead;
            ahead = -2;
            return next;
        }
        var next = in.read();
        if (next >= 0 && ++bytes > MOST_BYTES) {
            throw new NotASettlement("The file is larger than 20 MB.", "Choose the file of a single settlement.");
        }
        return next;
    }

    /** UTF-8, or what spreadsheets of Western Europe write. */
    private String text(byte[] read) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(read, WESTERN);
        }
        if (text.indexOf('\0') >= 0) {
            throw notRead("It is no text that can be read, or it is saved as Unicode of two bytes.");
        }
        return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static NotASettlement notRead(String wrong) {
        return new NotASettlement(
                wrong, "Choose the file as it was downloaded from the channel, or save it as UTF-8 text.");
    }
}
