package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.ApiToken;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Goes through the tokens by which programs come in, beside the people: each is kept or withdrawn, at once. */
@Component
public class TokenReviews {

    private final AccessRows rounds;
    private final TokenRows rows;
    private final ReviewRows lock;
    private final ApiTokens tokens;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    TokenReviews(
            AccessRows rounds,
            TokenRows rows,
            ReviewRows lock,
            ApiTokens tokens,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rounds = rounds;
        this.rows = rows;
        this.lock = lock;
        this.tokens = tokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The tokens that open something today. */
    public List<ApiToken> standing(SellerId seller) {
        return tokens.all(seller).stream()
                .filter(token -> token.standsOn(clock.today()))
                .toList();
    }

    /** Those that open something today, and those that were decided on in that review. */
    public List<ApiToken> shown(SellerId seller, Optional<AccessRound> round) {
        var decided = round.map(each -> each.standingOnTokens().keySet()).orElse(Set.of());
        return tokens.all(seller).stream()
                .filter(token -> token.standsOn(clock.today()) || decided.contains(token.id()))
                .toList();
    }

    /** How all of them are called, those that open nothing any more among them. */
    public Map<UUID, String> names(SellerId seller) {
        return tokens.all(seller).stream().collect(Collectors.toMap(ApiToken::id, ApiToken::name));
    }

    /** Those of them on which nobody has decided in that review. */
    public List<ApiToken> undecided(SellerId seller, AccessRound round) {
        var decided = round.standingOnTokens();
        return standing(seller).stream()
                .filter(token -> !decided.containsKey(token.id()))
                .toList();
    }

    /**
     * Records what an owner decides on a token, and withdraws it if it is to end.
     *
     * @throws NotAReview if none is open, there is no such token that opens anything, or it is to get another role
     */
    public void decide(SignedIn me, UUID token, Verdict verdict) {
        var seller = me.seller();
        if (verdict == Verdict.CHANGE_ROLE) {
            throw new NotAReview.NoRole();
        }
        transactions.run(seller, () -> {
            lock.lock(seller);
            var which = standing(seller).stream()
                    .filter(each -> each.id().equals(token))
                    .findFirst()
                    .orElseThrow(NotAReview.Unknown::new);
            var round = rounds.open(seller).orElseThrow(AccessReviews::noneOpen);
            rows.add(seller, round.id(), TokenDecision.of(which, verdict, clock.now(), me.id()));
            if (verdict == Verdict.END) {
                tokens.revoke(seller, token, me.id());
            }
        });
    }
}
