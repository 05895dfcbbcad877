package app.counterfoil.hub.review;

import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiToken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was decided on a program's token, with what was known then.
 *
 * @param token which one
 * @param madeBy the person of the shop who had made it
 * @param scopes what it opened
 * @param lastUsedOn the last day on which it had been used; empty if never
 * @param expiresOn first day on which it was to open nothing
 * @param verdict what was decided; a token gets no other role
 * @param at when, business time
 * @param by the owner who decided
 */
public record TokenDecision(
        UUID token,
        UUID madeBy,
        Set<ApiScope> scopes,
        Optional<LocalDate> lastUsedOn,
        LocalDate expiresOn,
        Verdict verdict,
        Instant at,
        UUID by) {

    /** Copies the set. */
    public TokenDecision {
        scopes = Set.copyOf(scopes);
    }

    static TokenDecision of(ApiToken token, Verdict verdict, Instant at, UUID by) {
        return new TokenDecision(
                token.id(), token.madeBy(), token.scopes(), token.lastUsedOn(), token.expiresOn(), verdict, at, by);
    }
}
