package app.counterfoil.sandbox.mailchimp;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells webhooks of changes: a GET first, whether anybody is there, then forms that are signed. */
final class Tell {

    private static final DateTimeFormatter FIRED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Clock clock;

    Tell(Clock clock) {
        this.clock = clock;
    }

    /** The form of an event, as the vendor's guide shows it. */
    String form(String type, String list, String email) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", type);
        fields.put("fired_at", FIRED.format(clock.instant()));
        if (type.equals("unsubscribe")) {
            fields.put("data[action]", "unsub");
            fields.put("data[reason]", "manual");
        }
        fields.put("data[id]", Audience.hash(email).substring(0, 10));
        fields.put("data[email]", email);
        fields.put("data[email_type]", "html");
        fields.put("data[ip_opt]", "203.0.113.7");
        fields.put("data[list_id]", list);
        fields.put("data[merges][EMAIL]", email);
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Whether somebody answers there as the validator wants it. */
    boolean answers(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET()) == 200;
    }

    int post(Audience.Webhook webhook, String form) {
        var at = clock.instant().getEpochSecond();
        return send(HttpRequest.newBuilder(URI.create(webhook.url()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Mailchimp-Signature", "t=" + at + ",v1=" + signed(webhook.secret(), at + "." + form))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String signed(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
