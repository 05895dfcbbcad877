package app.counterfoil.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens where a server is looked for and asks whoever comes for the password in plain words, as the protocol allows. */
final class PasswordThief implements AutoCloseable {

    private static final int SSL_REQUEST = 80_877_103;

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger asked = new AtomicInteger();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Thread listening = new Thread(this::listen, "password-thief");

    PasswordThief() throws IOException {
        listening.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many have come. */
    int wasAsked() {
        return asked.get();
    }

    /** All that was said after the question. */
    synchronized String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var visitor = socket.accept()) {
                asked.incrementAndGet();
                ask(visitor);
            } catch (IOException goneOrClosed) {
                // The next one, if there is one.
            }
        }
    }

    private void ask(Socket visitor) throws IOException {
        var in = new DataInputStream(visitor.getInputStream());
        var out = new DataOutputStream(visitor.getOutputStream());
        var length = in.readInt();
        if (length == 8 && in.readInt() == SSL_REQUEST) {
            out.writeByte('N');
            length = in.readInt();
        }
        in.skipNBytes(length - Integer.BYTES);
        out.writeByte('R');
        out.writeInt(8);
        out.writeInt(3);
        out.flush();
        // One answer is enough; who waits for the visitor to go waits as long as the visitor does.
        if (in.read() >= 0) {
            keep(in.readNBytes(in.readInt() - Integer.BYTES));
        }
    }

    private synchronized void keep(byte[] bytes) {
        heard.writeBytes(bytes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        listening.join();
    }
}
