package app.counterfoil.hub.seller;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A token as it is on file; the token itself is not.
 *
 * @param id which one, and who it is in the journal
 * @param name how the owner calls the program
 * @param scopes what it opens
 * @param madeAt when it was made, business time
 * @param madeBy the owner who made it
 * @param expiresOn first day on which it opens nothing
 * @param revokedAt when it was revoked
 * @param lastUsedOn the last day on which it was used
 */
public record ApiToken(
        UUID id,
        String name,
        Set<ApiScope> scopes,
        Instant madeAt,
        UUID madeBy,
        LocalDate expiresOn,
        Optional<Instant> revokedAt,
        Optional<LocalDate> lastUsedOn) {

    /** Copies the set. */
    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it opens anything on that day. */
    public boolean standsOn(LocalDate today) {
        return revokedAt.isEmpty() && expiresOn.isAfter(today);
    }

    /** What it opens, in words. */
    public String inWords() {
        return scopes.stream().sorted().map(ApiScope::title).collect(Collectors.joining("; "));
    }
}
