package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an attacker sends over the wire, and what every answer tells the browser of whom they attack. */
@SpringBootTest(
        classes = {Counterfoil.class, MadeUpShops.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class HostileRequestsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    private MadeUpShops shops;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.hosts", () -> "shop.example, other.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sign-in",
                "GET /orders",
                "GET /no/such/page",
                "GET /error",
                "GET /look/counterfoil.css",
                "GET /look/nothing.css",
                "GET /orders;a=b",
                "GET /orders//x",
                "GET /x/../orders",
                "POST /sign-in",
                "DELETE /orders"
            })
    void everyAnswerKeepsForeignScriptsFramesAndCachesOut(String request) throws IOException {
        var answer = sent(request, "Host: localhost", "");
        assertThat(answer)
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: no-referrer")
                .contains("Content-Security-Policy: default-src 'none'; script-src 'self';")
                .contains(
                        "Cache-Control: " + (request.endsWith("terfoil.css") ? "max-age=3600" : "no-cache, no-store"));
    }

    /** The container leads there by itself when something fails. */
    @Test
    void theErrorPageIsNobodysToAskFor() throws IOException {
        assertThat(sent("GET /error", "Host: localhost", ""))
                .startsWith("HTTP/1.1 302")
                .contains("Location: /sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, , , 302",
        "127.0.0.1, 127.0.0.1, , 302",
        "shop.example, 192.0.2.7, https, 302",
        "localhost, 192.0.2.7, https, 302",
        "shop.example, , , 421",
        "shop.example, 192.0.2.7, , 421",
        "shop.example, 192.0.2.7, http, 421",
        "localhost, 192.0.2.7, , 421",
    })
    void whoAsksFromElsewhereDoesSoByHttps(String host, String from, String scheme, int status) throws IOException {
        var answer = sent(
                "GET /orders",
                "Host: " + host + (from == null ? "" : "\r\nX-Forwarded-For: " + from)
                        + (scheme == null ? "" : "\r\nX-Forwarded-Proto: " + scheme),
                "");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 421) {
            assertThat(answer).contains("without https", "X-Forwarded-Proto", "COUNTERFOIL_PAGES_INCLEAR=true");
        }
    }

    @Test
    void noCookieLeavesHttpsOrIsReadByScriptsOrSentAlongByOtherSites() throws IOException {
        var shop = shops.open();
        shops.person(shop, Role.OWNER);
        var email = MadeUpShops.email(shop, Role.OWNER);
        var proxied = "Host: shop.example\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 192.0.2.7";

        var form = sent("GET /sign-in", proxied, "");
        var token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var cookie = form.replaceAll("(?s).*Set-Cookie: (counterfoil-form=[^;]*).*", "$1");
        var signedIn = sent(
                "POST /sign-in",
                proxied + "\r\nCookie: " + cookie,
                "email=" + email + "&password=a+sentence+for+the+test&_csrf=" + token);

        assertThat(signedIn).contains("Location: /orders", "Strict-Transport-Security: max-age=31536000");
        assertThat((form + signedIn).lines().filter(line -> line.startsWith("Set-Cookie: ")))
                .anyMatch(each -> each.startsWith("Set-Cookie: counterfoil="))
                .anyMatch(each -> each.startsWith("Set-Cookie: counterfoil-known="))
                .anyMatch(each -> each.startsWith("Set-Cookie: counterfoil-form="))
                .allMatch(each -> each.contains("; Secure") && each.contains("; HttpOnly"))
                .allMatch(each -> each.contains("SameSite=Strict") || each.contains("SameSite=Lax"));
    }

    /** What no browser sends, over the wire: the server in front of our pages has to take it, too. */
    @Test
    void whatIsNotEvenARequestIsNotOurFault() throws IOException {
        for (var line : List.of(
                "GET /sign-in?left=%zz",
                "GET /orders?to=%00",
                "GET /orders/%00",
                "GET /%ff%fe",
                "GET /orders?from=%E2%28%A1",
                "POST /sign-in?email=%zz",
                "BREW /orders")) {
            var status = sent(line, "Host: localhost", "").substring(0, 12);
            assertThat(status).as(line).matches("HTTP/1.1 [234]\\d\\d");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 302",
        "localhost:8080, 302",
        "[::1]:8080, 302",
        "SHOP.example, 302",
        "shop.example.evil.example, 421",
        "evil.example:8080, 421",
        "10.0.0.1, 421"
    })
    void aNameThatIsNotOursIsNotAnsweredTo(String host, int status) throws IOException {
        var answer = sent(
                "GET /orders", "Host: " + host + "\r\nX-Forwarded-Host: shop.example\r\nX-Forwarded-Proto: https", "");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 302) {
            assertThat(answer).containsIgnoringCase("Location: /sign-in");
        } else {
            assertThat(answer).contains("COUNTERFOIL_HOSTS").doesNotContain("evil", "10.0");
        }
    }

    private String sent(String request, String headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + headers
                                    + "\r\nAccept: text/html\r\nConnection: close"
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
