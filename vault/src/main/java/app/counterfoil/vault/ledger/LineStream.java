package app.counterfoil.vault.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** Reads lines of ASCII that end with a line feed, and leaves out what follows the last line feed. */
final class LineStream implements AutoCloseable {

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private final StringBuilder begun = new StringBuilder();

    LineStream(ReadableByteChannel channel) {
        this.channel = channel;
    }

    Optional<String> next() throws IOException {
        while (true) {
            while (buffer.hasRemaining()) {
                char read = (char) (buffer.get() & 0xff);
                if (read == '\n') {
                    var line = begun.toString();
                    begun.setLength(0);
                    return Optional.of(line);
                }
                begun.append(read);
            }
            buffer.clear();
            int count = channel.read(buffer);
            buffer.flip();
            if (count < 0) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
