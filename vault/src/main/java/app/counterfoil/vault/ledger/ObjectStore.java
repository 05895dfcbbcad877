package app.counterfoil.vault.ledger;

import java.io.IOException;
import java.util.Optional;

/** The little that a ledger asks of an object storage: objects that are put once and then only read. */
interface ObjectStore {

    /** The object of that name, if there is one. */
    Optional<String> get(String name) throws IOException;

    /**
     * Puts an object durably if there is none of that name (with S3: {@code If-None-Match: *}).
     *
     * @return false if there is one already; then it is left as it is
     */
    boolean putIfAbsent(String name, String content) throws IOException;

    /** Where it is, as somebody who looks for it would be told. */
    String place();
}
