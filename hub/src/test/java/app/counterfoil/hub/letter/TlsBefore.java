package app.counterfoil.hub.letter;

import app.counterfoil.hub.letter.MailSettings.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks TLS with a certificate of its own, and passes on to a mail server that speaks in clear what it was told so. */
final class TlsBefore implements AutoCloseable {

    static final String PASSWORD = "made up";

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> inClear = new CopyOnWriteArrayList<>();
    private final SSLContext context;
    private final Tls tls;
    private final int behind;

    /** In front of the mail server at that port of this machine, with the key and the certificate of that file. */
    TlsBefore(int behind, Tls tls, Path key) throws IOException, GeneralSecurityException {
        this.behind = behind;
        this.tls = tls;
        this.context = context(key);
        inBackground(this::answer);
    }

    private static SSLContext context(Path key) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(key)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was said to it before the way was encrypted. */
    List<String> inClear() {
        return inClear;
    }

    private void answer() throws IOException {
        while (true) {
            try (var caller = door.accept();
                    var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                if (tls == Tls.STARTTLS) {
                    greet(caller, server);
                }
                var encrypted =
                        (SSLSocket) context.getSocketFactory().createSocket(caller, null, caller.getPort(), true);
                encrypted.setUseClientMode(false);
                encrypted.startHandshake();
                inBackground(() -> pass(server.getInputStream(), encrypted.getOutputStream()));
                pass(encrypted.getInputStream(), server.getOutputStream());
            } catch (IOException gone) {
                if (door.isClosed()) {
                    return;
                }
            }
        }
    }

    /** The greeting in clear, and what the server can do: nothing but to encrypt. */
    private void greet(Socket caller, Socket server) throws IOException {
        var greeting = new StringBuilder();
        for (int one = server.getInputStream().read();
                one != '\n';
                one = server.getInputStream().read()) {
            greeting.append((char) one);
        }
        say(caller, greeting + "\n");
        var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            inClear.add(line.replaceFirst(" .*", ""));
            say(caller, line.equals("STARTTLS") ? "220 go on\r\n" : "250-here\r\n250 STARTTLS\r\n");
            if (line.equals("STARTTLS")) {
                return;
            }
        }
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        var bytes = new byte[8_192];
        for (int many = from.read(bytes); many >= 0; many = from.read(bytes)) {
            to.write(bytes, 0, many);
            to.flush();
        }
    }

    /** What may end when the other side is gone. */
    private interface Work {
        void goOn() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.goOn();
                    } catch (IOException gone) {
                        // The other side has seen enough.
                    }
                },
                "tls-before");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
