package app.counterfoil.sandbox.quickbooks;

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
import tools.jackson.databind.node.ObjectNode;

/**
 * All that QuickBooks knows: a company for each client, access tokens of an hour, and refresh tokens of which another is given
 * once one is a day old; the one before then goes on for a day.
 */
public final class QuickBooks {

    /** Access tokens live so long, as QuickBooks' do. */
    static final Duration LIFE = Duration.ofHours(1);

    /** Refresh tokens live so long without being used. */
    static final Duration REFRESH_LIFE = Duration.ofDays(100);

    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Map<String, String> SECRETS = Map.of(
            "demo-quickbooks-client-1", "demo-quickbooks-secret-1",
            "demo-quickbooks-client-2", "demo-quickbooks-secret-2");

    /** What a sign-in gives. */
    record Granted(String access, String refresh) {
        @Override
        public String toString() {
            return "Granted[hidden]";
        }
    }

    private record Lives(String client, Instant since, Instant endsAt) {}

    private final Clock clock;
    private final Map<String, Company> companies;
    private final Map<String, Lives> access = new ConcurrentHashMap<>();
    private final Map<String, Lives> refresh = new ConcurrentHashMap<>();

    /** Empty books, whose tokens live by that clock. */
    public QuickBooks(Clock clock) {
        this.clock = clock;
        this.companies = SECRETS.keySet().stream()
                .collect(Collectors.toMap(
                        client -> client,
                        client -> new Company("91300000000000" + client.charAt(client.length() - 1))));
    }

    /** The invoices of the company with that number, the first put in first. */
    public List<ObjectNode> invoices(int company) {
        return numbered(company).all("Invoice");
    }

    /** Its credit memos. */
    public List<ObjectNode> creditMemos(int company) {
        return numbered(company).all("CreditMemo");
    }

    /** Its customers. */
    public List<ObjectNode> customers(int company) {
        return numbered(company).all("Customer");
    }

    /** Closes the books of the company with that number, or opens them: an entry is refused while they are closed. */
    public void close(int company, boolean closed) {
        numbered(company).close(closed);
    }

    /** Somebody changes the note of what has that number in the company with that number. */
    public void disguise(int company, String number, String note) {
        numbered(company).change(number, each -> each.put("PrivateNote", note));
    }

    /** Somebody changes what it is worth. */
    public void change(int company, String number, String total) {
        numbered(company).change(number, each -> each.put("TotalAmt", new BigDecimal(total)));
    }

    /** Forgets all that was put in, and every token. */
    public void clear() {
        companies.values().forEach(Company::clear);
        access.clear();
        refresh.clear();
    }

    private Company numbered(int company) {
        return Optional.ofNullable(companies.get("demo-quickbooks-client-" + company))
                .orElseThrow();
    }

    /** Tokens for a refresh token that lives; empty if client, secret or token are wrong. */
    synchronized Optional<Granted> signIn(String client, String secret, String token) {
        if (!secret.equals(SECRETS.get(client))) {
            return Optional.empty();
        }
        var now = clock.instant();
        // Stands for a person who consents anew, so it serves as often as it is wanted.
        var isConsent = token.equals(client.replace("-client-", "-refresh-"));
        var lives = Optional.ofNullable(refresh.get(token))
                .filter(each -> each.client().equals(client) && each.endsAt().isAfter(now));
        if (lives.isEmpty() && !isConsent) {
            return Optional.empty();
        }
        var next = token;
        if (isConsent || !lives.orElseThrow().since().plus(A_DAY).isAfter(now)) {
            next = OpaqueToken.of("RT1-", 40);
            refresh.put(next, new Lives(client, now, now.plus(REFRESH_LIFE)));
            lives.ifPresent(before -> refresh.put(token, new Lives(client, before.since(), now.plus(A_DAY))));
        }
        var granted = new Granted(OpaqueToken.of("eyJ", 900), next);
        access.put(granted.access(), new Lives(client, now, now.plus(LIFE)));
        return Optional.of(granted);
    }

    /** Whose access token the header carries, while it lives. */
    Optional<Company> company(Optional<String> authorization) {
        return authorization
                .flatMap(header -> Optional.ofNullable(access.get(header.replace("Bearer ", ""))))
                .filter(lives -> lives.endsAt().isAfter(clock.instant()))
                .map(lives -> companies.get(lives.client()));
    }

    /** Lets an access token die. */
    void end(Optional<String> authorization) {
        authorization.ifPresent(header -> access.remove(header.replace("Bearer ", "")));
    }
}
