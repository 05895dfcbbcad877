package app.counterfoil.vault.keys;

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

    URI of(String act) {
        return URI.create(server.toString().replaceAll("/+$", "") + "/v1/" + mount + "/" + act);
    }
}
