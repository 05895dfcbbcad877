package app.counterfoil.hub.connection;

import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.vault.Loopback;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way out over HTTP: every call has a time for the whole answer and a limit on its bytes, follows no redirect,
 * leaves this machine by https alone, and ends in an answer or in a {@link ServiceUnusable}. It does not retry: only the
 * caller knows what may be asked twice.
 */
@Component
public class Outside {

    /** A page of a hundred orders has about 400 kB; a label about 100. */
    private static final int MOST_BYTES = 20_000_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Duration patience;

    Outside(@Value("${counterfoil.outside.patience:30s}") Duration patience) {
        this.patience = patience;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param type the media type, or empty
     * @param date when it was given by the service's own clock, if it said so
     * @param retryAfter how long the service asked us to wait, if it said so
     * @param headers all headers
     * @param body the body
     */
    public record Answer(
            int status,
            String type,
            Optional<Instant> date,
            Optional<Duration> retryAfter,
            HttpHeaders headers,
            byte[] body) {

        /** The first value of a header, or empty. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Sends the request and reads the whole answer; no thread waits for it but the caller's, and that not for long. */
    public Answer call(String service, HttpRequest.Builder request) {
        var body = new WholeBody(MOST_BYTES);
        var complete = request.timeout(patience).build();
        if (Loopback.isInClear(complete.uri())) {
            throw new ServiceUnusable(
                    service, Kind.REFUSED, "its address is set without https; nothing was sent", Optional.empty());
        }
        var asked = http.sendAsync(complete, head -> body);
        try {
            return answer(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLate) {
            // A body that trickles would keep its connection for hours.
            body.stop();
            asked.cancel(true);
            throw new ServiceUnusable(
                    service, Kind.AWAY, "no whole answer in " + patience.toSeconds() + " s", Optional.empty());
        } catch (ExecutionException failed) {
            throw failure(service, failed.getCause());
        } catch (InterruptedException interrupted) {
            body.stop();
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new ServiceUnusable(service, Kind.AWAY, "we are shutting down", Optional.empty());
        }
    }

    /** The refusal that fits an answer whose status is not one of success. */
    public static ServiceUnusable refusal(String service, Answer answer) {
        var kind =
                switch (answer.status()) {
                    case 401, 403 -> Kind.SIGN_IN;
                    case 429 -> Kind.BUSY;
                    // The service gave up waiting: it may have read what it needed.
                    case 408 -> Kind.AWAY;
                    default -> answer.status() >= 500 ? Kind.AWAY : Kind.REFUSED;
                };
        return new ServiceUnusable(service, kind, "status " + answer.status(), answer.retryAfter());
    }

    /**
     * What an answer says.
     *
     * @throws ServiceUnusable if it is not JSON
     */
    public static JsonNode json(String service, Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw ServiceUnusable.notUnderstood(service, "not JSON");
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.headers().firstValue("date").flatMap(Outside::instant),
                response.headers().firstValue("retry-after").flatMap(Outside::seconds),
                response.headers(),
                response.body());
    }

    private static RuntimeException failure(String service, @Nullable Throwable why) {
        for (var cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof WholeBody.TooLong) {
                return ServiceUnusable.notUnderstood(service, "more than " + MOST_BYTES + " bytes");
            }
        }
        if (why instanceof IOException failed) {
            // The message of an I/O failure can quote what was received: only its kind is told.
            return new ServiceUnusable(service, Kind.AWAY, inWords(failed), Optional.empty());
        }
        return new IllegalStateException(why);
    }

    private static String inWords(IOException failed) {
        if (failed instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        return failed instanceof ConnectException ? "no connection" : "the connection broke off";
    }

    private static Optional<Instant> instant(String header) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> seconds(String header) {
        return header.matches("\\d{1,5}") ? Optional.of(Duration.ofSeconds(Long.parseLong(header))) : Optional.empty();
    }
}
