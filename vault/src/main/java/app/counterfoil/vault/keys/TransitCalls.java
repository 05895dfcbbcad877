package app.counterfoil.vault.keys;

import app.counterfoil.vault.files.LastingFiles;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

/** Calls to the transit engine, tried again within limits. What it answers is never shown: it may hold a key. */
final class TransitCalls {

    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final TransitAddress address;

    TransitCalls(TransitAddress address) {
        this.address = address;
    }

    /** The data of what it answers. */
    JsonObject get(String act) {
        return data(send(act, request(act).GET().build()));
    }

    /** Asks for an act that may be asked for twice; the data of what it answers. */
    JsonObject post(String act, JsonObject body) {
        return data(send(
                act, request(act).POST(BodyPublishers.ofString(body.toString())).build()));
    }

    KeysUnavailable refused(String why) {
        return new KeysUnavailable(
                "The key service at " + address.server() + " does not give the root key " + address.key() + " (" + why
                        + ").",
                "See that the server is up and unsealed, that the key is there, and that the token in "
                        + address.token() + " may use it. Until then nothing personal opens; everything else goes on.");
    }

    private HttpRequest.Builder request(String act) {
        try {
            refuseIfOthersCanReadTheToken();
            var request = HttpRequest.newBuilder(address.of(act))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("X-Vault-Request", "true")
                    .header("X-Vault-Token", Files.readString(address.token()).strip());
            return address.namespace().isBlank() ? request : request.header("X-Vault-Namespace", address.namespace());
        } catch (IOException unreadable) {
            throw refused("its token cannot be read");
        } catch (IllegalArgumentException noHeader) {
            // The message of this one quotes the token.
            throw refused("its token is not one line of letters and digits");
        }
    }

    private void refuseIfOthersCanReadTheToken() throws IOException {
        if (!LastingFiles.isForItsOwnerAlone(address.token())) {
            throw new KeysUnavailable(
                    "The token of the key service in " + address.token() + " can be read by others.",
                    "Run: chmod 600 " + address.token()
                            + ". An agent that writes it does so with that mode (mode = 0600"
                            + " in its sink), as the user who runs Counterfoil.");
        }
    }

    private HttpResponse<String> send(String act, HttpRequest request) {
        var why = "it does not answer";
        for (int left = TRIES; left > 0; left--) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer;
                }
                why = "HTTP " + answer.statusCode() + " to " + act.replaceAll("/.*", "");
                if (answer.statusCode() < 500 && answer.statusCode() != 429 && answer.statusCode() != 412) {
                    break;
                }
            } catch (IOException unreachable) {
                why = "it does not answer";
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw refused(why);
    }

    private JsonObject data(HttpResponse<String> answer) {
        if (answer.body().isBlank()) {
            return new JsonObject();
        }
        try {
            var data = JsonParser.parseString(answer.body()).getAsJsonObject().get("data");
            return data == null || data.isJsonNull() ? new JsonObject() : data.getAsJsonObject();
        } catch (JsonParseException | IllegalStateException unreadable) {
            throw refused("its answer cannot be read");
        }
    }
}
