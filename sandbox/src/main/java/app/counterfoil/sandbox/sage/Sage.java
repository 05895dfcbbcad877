package app.counterfoil.sandbox.sage;

import app.counterfoil.sandbox.http.OpaqueToken;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** All that Sage knows: a business for each client, its access tokens of five minutes, and refresh tokens that serve once. */
public final class Sage {

    /** Access tokens live so long, as Sage's do. */
    static final Duration LIFE = Duration.ofMinutes(5);

    /** Refresh tokens live so long, as Sage's do. */
    static final Duration REFRESH_LIFE = Duration.ofDays(31);

    private static final Map<String, String> SECRETS =
            Map.of("demo-sage-client-1", "demo-sage-secret-1", "demo-sage-client-2", "demo-sage-secret-2");

    /** What a sign-in gives. */
    record Granted(String access, String refresh) {
        @Override
        public String toString() {
            return "Granted[hidden]";
        }
    }

    private record Lives(String client, Instant endsAt) {}

    private final Clock clock;
    private final Map<String, Business> businesses;
    private final Map<String, Lives> access = new ConcurrentHashMap<>();
    private final Map<String, Lives> refresh = new ConcurrentHashMap<>();

    /** Empty books, whose tokens live by that clock. */
    public Sage(Clock clock) {
        this.clock = clock;
        this.businesses = SECRETS.keySet().stream()
                .collect(Collectors.toMap(
                        client -> client, client -> new Business(client.replace("-client-", "-business-"))));
    }

    /** The sales invoices of the business with that number, the first put in first. */
    public List<ObjectNode> invoices(int business) {
        return numbered(business).all("sales_invoices");
    }

    /** Its credit notes. */
    public List<ObjectNode> creditNotes(int business) {
        return numbered(business).all("sales_credit_notes");
    }

    /** Its contacts. */
    public List<ObjectNode> contacts(int business) {
        return numbered(business).all("contacts");
    }

    /** Locks the books of the business with that number, or unlocks them: an entry is then refused. */
    public void lock(int business, boolean locked) {
        numbered(business).lock(locked);
    }

    /** Somebody changes the notes of what has that reference in the business with that number. */
    public void disguise(int business, String reference, String notes) {
        numbered(business).change(reference, each -> each.put("notes", notes));
    }

    /** Somebody changes what it is worth without its VAT. */
    public void change(int business, String reference, String net) {
        numbered(business).change(reference, each -> each.put("net_amount", new BigDecimal(net)));
    }

    /** The owner takes back what they have consented to: every token is dead, but for the one that stands for consent given anew. */
    public void revoke() {
        access.clear();
        refresh.clear();
    }

    /** Forgets all that was put in, and every token. */
    public void clear() {
        businesses.values().forEach(Business::clear);
        revoke();
    }

    private Business numbered(int business) {
        return Optional.ofNullable(businesses.get("demo-sage-client-" + business))
                .orElseThrow();
    }

    Clock clock() {
        return clock;
    }

    /** Fresh tokens for one that lives, which is used up by it; empty if client, secret or token are wrong. */
    synchronized Optional<Granted> signIn(String client, String secret, String token) {
        if (!secret.equals(SECRETS.get(client))) {
            return Optional.empty();
        }
        // Stands for a person who consents anew, so it serves as often as it is wanted.
        var consent = client.replace("-client-", "-refresh-");
        var lives = Stream.ofNullable(refresh.remove(token))
                .filter(this::isAlive)
                .anyMatch(each -> each.client().equals(client));
        if (!lives && !token.equals(consent)) {
            return Optional.empty();
        }
        var granted = new Granted(OpaqueToken.of("eyJ", 1_600), OpaqueToken.of("v1.", 1_000));
        access.put(granted.access(), new Lives(client, clock.instant().plus(LIFE)));
        refresh.put(granted.refresh(), new Lives(client, clock.instant().plus(REFRESH_LIFE)));
        return Optional.of(granted);
    }

    /** Whose access token the header carries, while it lives. */
    Optional<Business> business(Optional<String> authorization) {
        return authorization
                .flatMap(header -> Optional.ofNullable(access.get(header.replace("Bearer ", ""))))
                .filter(this::isAlive)
                .map(lives -> businesses.get(lives.client()));
    }

    /** Lets an access token die. */
    void end(Optional<String> authorization) {
        authorization.ifPresent(header -> access.remove(header.replace("Bearer ", "")));
    }

    private boolean isAlive(Lives lives) {
        return lives.endsAt().isAfter(clock.instant());
    }
}
