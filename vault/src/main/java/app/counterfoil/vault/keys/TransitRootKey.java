package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Secret;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The root key in the transit engine of a HashiCorp Vault: it never leaves there, and its versions are trimmed away when
 * the epoch keys under them are destroyed. The token may read, rotate, configure and trim this one key, and encrypt and
 * decrypt with it.
 */
public final class TransitRootKey implements RootKey {

    private static final String PREFIX = "vault:v";

    private final TransitAddress address;
    private final TransitCalls calls;

    /** The root key at that address; the operator has made it there. */
    public TransitRootKey(TransitAddress address) {
        this.address = address;
        this.calls = new TransitCalls(address);
    }

    @Override
    public int turn() {
        calls.post("keys/" + address.key() + "/rotate", new JsonObject());
        return number(calls.get("keys/" + address.key()), "latest_version");
    }

    @Override
    public String wrap(Secret secret, byte[] boundTo) {
        var asked = new JsonObject();
        asked.addProperty("plaintext", base64(secret.exposedForKeeping()));
        asked.addProperty("associated_data", base64(boundTo));
        return text(calls.post("encrypt/" + address.key(), asked), "ciphertext");
    }

    @Override
    public List<Secret> unwrap(List<Wrapped> wrapped) {
        if (wrapped.isEmpty()) {
            return List.of();
        }
        var batch = new JsonArray();
        for (var each : wrapped) {
            var item = new JsonObject();
            item.addProperty("ciphertext", each.text());
            item.addProperty("associated_data", base64(each.boundTo()));
            batch.add(item);
        }
        var asked = new JsonObject();
        asked.add("batch_input", batch);
        var secrets = new ArrayList<Secret>(wrapped.size());
        for (var result : calls.post("decrypt/" + address.key(), asked).getAsJsonArray("batch_results")) {
            secrets.add(Secret.of(Base64.getDecoder().decode(text(result.getAsJsonObject(), "plaintext"))));
        }
        return secrets;
    }

    @Override
    public int versionOf(String wrapped) {
        int end = wrapped.indexOf(':', PREFIX.length());
        if (!wrapped.startsWith(PREFIX) || end < 0) {
            throw calls.refused("the ring was wrapped under another root key");
        }
        return Integer.parseInt(wrapped.substring(PREFIX.length(), end));
    }

    @Override
    public void destroyBefore(int version) {
        var key = "keys/" + address.key();
        if (version <= 1 || number(calls.get(key), "min_available_version") >= version) {
            return;
        }
        var limits = new JsonObject();
        limits.addProperty("min_decryption_version", version);
        limits.addProperty("min_encryption_version", version);
        calls.post(key + "/config", limits);
        var trim = new JsonObject();
        trim.addProperty("min_available_version", version);
        calls.post(key + "/trim", trim);
    }

    private int number(JsonObject data, String field) {
        if (!data.has(field)) {
            throw calls.refused("its answer has no " + field);
        }
        return data.get(field).getAsInt();
    }

    private String text(JsonObject data, String field) {
        if (!data.has(field)) {
            throw calls.refused("its answer has no " + field + "; a version of the key may be gone");
        }
        return data.get(field).getAsString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
