package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What no page of ours ever asks, and a container could quote while it refuses. */
final class WrongRequests {

    private WrongRequests() {}

    /** Sends them to whatever answers at that port of this machine. */
    static void sendTo(int port) throws IOException {
        for (var request : List.of(
                "GET /orders?state=" + Canaries.PLAIN + " HTTP/1.1\r\nHost: localhost\r\n",
                "GET /orders/" + Canaries.PLAIN + " HTTP/1.1\r\nHost: localhost\r\n",
                "GET /orders?q={" + Canaries.PLAIN + "} HTTP/1.1\r\nHost: localhost\r\n",
                "GET /orders?q=" + Canaries.PLAIN + "%zz HTTP/1.1\r\nHost: localhost\r\n",
                form("q=" + Canaries.PLAIN + "%zz"),
                form(Canaries.PLAIN + "=%zz"),
                "GET /orders HTTP/1.1\r\nHost: " + Canaries.PLAIN + "{}\r\n",
                "GET /orders HTTP/1.1\r\nHost: localhost\r\n" + Canaries.PLAIN + " no header\r\n",
                "GET /orders HTTP/1.1\r\nHost: localhost\r\nCookie: counterfoil=\"" + Canaries.PLAIN + "\r\n",
                Canaries.PLAIN + "{} /orders HTTP/1.1\r\nHost: localhost\r\n",
                multipart())) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write((request.replace("\r\nHost", "\r\nConnection: close\r\nHost") + "\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 ");
            }
        }
    }

    private static String form(String body) {
        return "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String multipart() {
        var body = "--x\r\nContent-Disposition: form-data; name=\"q\"; filename=\"q\"\r\n\r\n" + Canaries.PLAIN
                + "\r\n--x--\r\n";
        return "POST /orders/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
