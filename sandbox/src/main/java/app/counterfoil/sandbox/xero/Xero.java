package app.counterfoil.sandbox.xero;

import app.counterfoil.sandbox.http.OpaqueToken;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** All that Xero knows: an organisation for each client of a custom connection, and the tokens that are alive. */
public final class Xero {

    /** Tokens live so long, as Xero's do. */
    static final Duration LIFE = Duration.ofMinutes(30);

    private static final Map<String, String> SECRETS =
            Map.of("demo-xero-client-1", "demo-xero-secret-1", "demo-xero-client-2", "demo-xero-secret-2");

    private record Session(String client, Instant endsAt) {}

    private final Clock clock;
    private final Map<String, Organisation> organisations;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** Empty books, whose tokens live by that clock. */
    public Xero(Clock clock) {
        this.clock = clock;
        this.organisations =
                SECRETS.keySet().stream().collect(Collectors.toMap(client -> client, client -> new Organisation()));
    }

    /** The sales invoices of the organisation with that number, the first put in first. */
    public List<ObjectNode> invoices(int organisation) {
        return numbered(organisation).all("Invoices");
    }

    /** Its credit notes to customers, the first put in first. */
    public List<ObjectNode> creditNotes(int organisation) {
        return numbered(organisation).all("CreditNotes");
    }

    /** Locks the books of the organisation with that number, or unlocks them: an entry is then refused. */
    public void lock(int organisation, boolean locked) {
        numbered(organisation).lock(locked);
    }

    /** Somebody changes the reference of an invoice in the organisation with that number. */
    public void disguise(int organisation, String number, String reference) {
        edited(organisation, number, invoice -> invoice.put("Reference", reference));
    }

    /** Somebody changes what an invoice is worth without its VAT. */
    public void change(int organisation, String number, String net) {
        edited(organisation, number, invoice -> invoice.put("SubTotal", new BigDecimal(net)));
    }

    private void edited(int organisation, String number, Consumer<ObjectNode> change) {
        var books = numbered(organisation);
        books.numbered("Invoices", number).ifPresent(invoice -> {
            change.accept(invoice);
            books.put("Invoices", number, invoice);
        });
    }

    private Organisation numbered(int organisation) {
        return Optional.ofNullable(organisations.get("demo-xero-client-" + organisation))
                .orElseThrow();
    }

    /** Forgets all that was put in, and every token. */
    public void clear() {
        organisations.values().forEach(Organisation::clear);
        sessions.clear();
    }

    Clock clock() {
        return clock;
    }

    /** A fresh token for the client; empty if it does not know its secret. */
    Optional<String> signIn(String client, String secret) {
        if (!secret.equals(SECRETS.get(client))) {
            return Optional.empty();
        }
        var token = OpaqueToken.of("eyJ", 1_200);
        sessions.put(token, new Session(client, clock.instant().plus(LIFE)));
        return Optional.of(token);
    }

    /** Whose token the header carries, while it lives. */
    Optional<Organisation> organisation(Optional<String> authorization) {
        return authorization
                .flatMap(header -> Optional.ofNullable(sessions.get(header.replace("Bearer ", ""))))
                .filter(session -> session.endsAt().isAfter(clock.instant()))
                .map(session -> organisations.get(session.client()));
    }

    /** Lets a token die. */
    void end(Optional<String> authorization) {
        authorization.ifPresent(header -> sessions.remove(header.replace("Bearer ", "")));
    }
}
