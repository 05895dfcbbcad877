package app.counterfoil.hub.connection;

import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one way out over HTTP: every call has a time for the whole answer and a limit on its bytes, follows no redirect,
 * and ends in an answer or in a {@link ServiceUnusable}. It does not retry: only the caller knows what may be asked twice.
 */
@Component
public class Outside {

    /** A page of a hundred orders has about 400 kB; a label about 100. */
    private static final int MOST_BYTES = 20_000_000;

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
     * @param retryAfter how long the service asked us to wait, if it said so
     * @param body the body
     */
    public record Answer(int status, String type, Optional<Duration> retryAfter, byte[] body) {}

    /** Sends the request and reads the whole answer. */
    public Answer call(String service, HttpRequest.Builder request) {
        var asked = CompletableFuture.supplyAsync(
                () -> send(service, request.timeout(patience).build()));
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLate) {
            asked.cancel(true);
            throw new ServiceUnusable(
                    service, Kind.AWAY, "no whole answer in " + patience.toSeconds() + " s", Optional.empty());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ServiceUnusable unusable) {
                throw unusable;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
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
                    default -> answer.status() >= 500 ? Kind.AWAY : Kind.REFUSED;
                };
        return new ServiceUnusable(service, kind, "status " + answer.status(), answer.retryAfter());
    }

    private Answer send(String service, HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new Answer(
                        response.statusCode(),
                        response.headers().firstValue("content-type").orElse(""),
                        response.headers().firstValue("retry-after").flatMap(Outside::seconds),
                        read(service, body));
            }
        } catch (IOException failed) {
            // The message of an I/O failure can quote what was received: only its kind is told.
            throw new ServiceUnusable(service, Kind.AWAY, failed.getClass().getSimpleName(), Optional.empty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceUnusable(service, Kind.AWAY, "we are shutting down", Optional.empty());
        }
    }

    private static byte[] read(String service, InputStream body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var piece = new byte[16_384];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            bytes.write(piece, 0, read);
            if (bytes.size() > MOST_BYTES) {
                throw new ServiceUnusable(
                        service, Kind.NOT_UNDERSTOOD, "more than " + MOST_BYTES + " bytes", Optional.empty());
            }
        }
        return bytes.toByteArray();
    }

    private static Optional<Duration> seconds(String header) {
        return header.matches("\\d{1,5}") ? Optional.of(Duration.ofSeconds(Long.parseLong(header))) : Optional.empty();
    }
}
