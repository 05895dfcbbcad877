package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.Set;
import java.util.UUID;

/**
 * A program that has come in with a token. It stands in the journal by the id of its token, as somebody of its own.
 *
 * @param seller of which shop
 * @param id its token
 * @param name how the owner calls it
 * @param scopes what it opens
 */
public record ApiCaller(SellerId seller, UUID id, String name, Set<ApiScope> scopes) implements Reader {

    /** Copies the set. */
    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether one of its scopes opens that purpose. */
    @Override
    public boolean carries(Purpose purpose) {
        return scopes.stream()
                .anyMatch(scope -> scope.carried().filter(purpose::equals).isPresent());
    }

    /** Whether it may do what the scope is for. */
    public boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    @Override
    public String toString() {
        return "ApiCaller[" + id + "]";
    }
}
