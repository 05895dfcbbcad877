package app.counterfoil.vault.keys;

import app.counterfoil.vault.Loopback;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where a root key lives in a HashiCorp Vault.
 *
 * @param server the server, such as {@code https://vault.example.com:8200}
 * @param mount where the transit engine is mounted, usually {@code transit}
 * @param key the name of the key, of a type with associated data such as {@code aes256-gcm96}
 * @param token a file that holds the token; it is read each time, so that an agent may renew it
 * @param namespace the namespace, or blank
 */
public record TransitAddress(URI server, String mount, String key, Path token, String namespace) {

    /** @throws KeysUnavailable if the token and the keys would go over the network in clear */
    public TransitAddress {
        if (Loopback.isInClear(server)) {
            throw new KeysUnavailable(
                    "The key service at " + server + " is named without https: its token and all keys could be read on"
                            + " the way.",
                    "Give its address with https; http is for a service on this machine alone.");
        }
    }

    URI of(String act) {
        return URI.create(server.toString().replaceAll("/+$", "") + "/v1/" + mount + "/" + act);
    }
}
