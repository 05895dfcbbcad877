package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;

/**
 * A transit engine with one key, that answers as the published API of HashiCorp Vault says
 * (developer.hashicorp.com/vault/api-docs/secret/transit): rotate, read, config, trim, encrypt with associated data, and
 * decrypt by the batch.
 */
final class TransitStub implements AutoCloseable {

    static final String TOKEN = "hvs.made-up-token";

    private final HttpServer server;
    private final TreeMap<Integer, Secret> versions = new TreeMap<>();
    private int minDecryption = 1;
    private int minEncryption;
    private int minAvailable;
    /** How many of the next requests are answered as a sealed server does. */
    int sealedFor;

    TransitStub() throws IOException {
        versions.put(1, Secret.random());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/v1/transit/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange http) throws IOException {
        try (http) {
            if (sealedFor > 0) {
                sealedFor--;
                send(http, 503, error("Vault is sealed"));
            } else if (!TOKEN.equals(http.getRequestHeaders().getFirst("X-Vault-Token"))) {
                send(http, 403, error("permission denied"));
            } else {
                act(http, http.getRequestURI().getPath().substring("/v1/transit/".length()));
            }
        }
    }

    private void act(HttpExchange http, String act) throws IOException {
        var read = http.getRequestMethod().equals("POST")
                ? JsonParser.parseReader(new InputStreamReader(http.getRequestBody(), StandardCharsets.UTF_8))
                        .getAsJsonObject()
                : new JsonObject();
        switch (act) {
            case "keys/root" -> send(http, 200, data(key()));
            case "keys/root/rotate" -> {
                versions.put(versions.lastKey() + 1, Secret.random());
                send(http, 200, data(key()));
            }
            case "keys/root/config" -> {
                minDecryption = read.get("min_decryption_version").getAsInt();
                minEncryption = read.get("min_encryption_version").getAsInt();
                send(http, 204, new JsonObject());
            }
            case "keys/root/trim" ->
                trim(http, read.get("min_available_version").getAsInt());
            case "encrypt/root" -> send(http, 200, data(encrypted(read)));
            case "decrypt/root" -> decrypt(http, read.getAsJsonArray("batch_input"));
            default -> send(http, 404, error("unsupported path"));
        }
    }

    private void trim(HttpExchange http, int version) throws IOException {
        if (version > minDecryption || version > minEncryption) {
            send(
                    http,
                    400,
                    error("minimum available version cannot be higher than minimum encryption or decryption version"));
            return;
        }
        minAvailable = version;
        versions.headMap(version).clear();
        send(http, 200, data(key()));
    }

    private JsonObject key() {
        var key = new JsonObject();
        key.addProperty("name", "root");
        key.addProperty("type", "aes256-gcm96");
        key.addProperty("latest_version", versions.lastKey());
        key.addProperty("min_available_version", minAvailable);
        key.addProperty("min_decryption_version", minDecryption);
        key.addProperty("min_encryption_version", minEncryption);
        return key;
    }

    private JsonObject encrypted(JsonObject read) {
        var newest = versions.lastEntry();
        var wrapped = new Wrapping(newest.getValue()).wrap(bytes(read, "plaintext"), bytes(read, "associated_data"));
        var data = new JsonObject();
        data.addProperty(
                "ciphertext",
                "vault:v" + newest.getKey() + ":" + Base64.getEncoder().encodeToString(wrapped));
        data.addProperty("key_version", newest.getKey());
        return data;
    }

    private void decrypt(HttpExchange http, JsonArray batch) throws IOException {
        var results = new JsonArray();
        boolean failed = false;
        for (var each : batch) {
            var item = each.getAsJsonObject();
            var parts = item.get("ciphertext").getAsString().split(":", -1);
            int version = Integer.parseInt(parts[1].substring(1));
            var result = new JsonObject();
            try {
                if (version < minDecryption || !versions.containsKey(version)) {
                    throw new NotSealedLikeThis("version");
                }
                var content = new Wrapping(versions.get(version))
                        .unwrapContent(Base64.getDecoder().decode(parts[2]), bytes(item, "associated_data"));
                result.addProperty("plaintext", Base64.getEncoder().encodeToString(content));
            } catch (NotSealedLikeThis closed) {
                failed = true;
                result.addProperty("error", "cipher: message authentication failed");
            }
            results.add(result);
        }
        var data = new JsonObject();
        data.add("batch_results", results);
        send(http, failed ? 400 : 200, data(data));
    }

    private static JsonObject data(JsonObject data) {
        var answer = new JsonObject();
        answer.add("data", data);
        return answer;
    }

    private static JsonObject error(String sentence) {
        var errors = new JsonArray();
        errors.add(sentence);
        var answer = new JsonObject();
        answer.add("errors", errors);
        return answer;
    }

    private static byte[] bytes(JsonObject object, String field) {
        return Base64.getDecoder().decode(object.get(field).getAsString());
    }

    private static void send(HttpExchange http, int status, JsonObject body) throws IOException {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            http.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
