package app.counterfoil.sandbox.hmrc;

import app.counterfoil.sandbox.http.OpaqueToken;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that HMRC knows: who may act for whom, which returns businesses owe, and what was submitted. */
public final class Hmrc {

    /** Access tokens live so long, as HMRC's do. */
    static final Duration LIFE = Duration.ofHours(4);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> SECRETS =
            Map.of("demo-hmrc-client-1", "demo-hmrc-secret-1", "demo-hmrc-client-2", "demo-hmrc-secret-2");

    /**
     * A return that is owed.
     *
     * @param key HMRC's key of the period, four characters
     * @param start its first day
     * @param end its last day
     */
    public record Owed(String key, LocalDate start, LocalDate end) {

        LocalDate due() {
            return end.plusDays(1).plusMonths(1).plusDays(6);
        }
    }

    /** What was submitted, and on which day. */
    record Submitted(ObjectNode figures, LocalDate on) {}

    /** A payment, and the day on which it came in. */
    record Paid(BigDecimal amount, LocalDate on) {}

    private record Session(Instant endsAt) {}

    private record Return(String vrn, String key) {}

    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshes = new ConcurrentHashMap<>();
    private final Map<String, List<Owed>> owed = new ConcurrentHashMap<>();
    private final Map<String, List<Paid>> payments = new ConcurrentHashMap<>();
    private final Map<Return, Submitted> returns = new ConcurrentHashMap<>();

    /** An office at which nothing was submitted, whose tokens and periods go by that clock. */
    public Hmrc(Clock clock) {
        this.clock = clock;
    }

    /** Says which return a business owes; those that go by quarters of the year are owed no more. */
    public void owe(String vrn, Owed one) {
        owed.computeIfAbsent(vrn, unknown -> new ArrayList<>()).add(one);
    }

    /** The figures that were submitted for a period, if any were. */
    public Optional<ObjectNode> submitted(String vrn, String key) {
        return Optional.ofNullable(returns.get(new Return(vrn, key)))
                .map(each -> each.figures().deepCopy());
    }

    /** All returns that were submitted, by the number of the business and the key of the period. */
    public Map<String, JsonNode> all() {
        var all = new LinkedHashMap<String, JsonNode>();
        returns.forEach(
                (at, each) -> all.put(at.vrn() + " " + at.key(), each.figures().deepCopy()));
        return all;
    }

    /** Somebody submits figures in another way. */
    public void submitElsewhere(String vrn, String key, String figures) {
        keep(vrn, key, (ObjectNode) JSON.readTree(figures));
    }

    /** A payment of so many pounds comes in from the business. */
    public void pay(String vrn, BigDecimal amount) {
        payments.computeIfAbsent(vrn, unknown -> new ArrayList<>()).add(new Paid(amount, today()));
    }

    List<Paid> paidBy(String vrn) {
        return payments.getOrDefault(vrn, List.of());
    }

    /** Every access token dies, as they do after four hours. */
    public void endSessions() {
        sessions.clear();
    }

    /** Forgets all that was submitted, owed and granted. */
    public void clear() {
        sessions.clear();
        codes.clear();
        refreshes.clear();
        owed.clear();
        payments.clear();
        returns.clear();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    Instant now() {
        return clock.instant();
    }

    boolean knows(String client) {
        return SECRETS.containsKey(client);
    }

    boolean knows(String client, String secret) {
        return secret.equals(SECRETS.get(client));
    }

    /** Somebody signs in and grants a program what it asks for; the code counts once. */
    public String code(String client) {
        var code = OpaqueToken.of("", 32);
        codes.put(code, client);
        return code;
    }

    /** A code counts once. */
    boolean spendCode(String code, String client) {
        return codes.remove(code, client);
    }

    /** So does a token to refresh with: the next one comes with what it was exchanged for. */
    boolean spendRefresh(String token, String client) {
        return refreshes.remove(token, client);
    }

    String refresh(String client) {
        var token = OpaqueToken.of("", 32);
        refreshes.put(token, client);
        return token;
    }

    String session() {
        var token = OpaqueToken.of("", 32);
        sessions.put(token, new Session(clock.instant().plus(LIFE)));
        return token;
    }

    /** Whether the header carries a token that lives. */
    public boolean isIn(Optional<String> authorization) {
        return authorization
                .map(header -> sessions.get(header.replace("Bearer ", "")))
                .filter(session -> session.endsAt().isAfter(clock.instant()))
                .isPresent();
    }

    /** What a business owes: what was said of it, or the quarters of this year and the last. */
    List<Owed> owedBy(String vrn) {
        var said = owed.getOrDefault(vrn, List.of());
        var all = new ArrayList<>(said);
        if (said.isEmpty()) {
            for (var year = today().getYear() - 1; year <= today().getYear(); year++) {
                for (var quarter = 1; quarter <= 4; quarter++) {
                    var start = LocalDate.of(year, quarter * 3 - 2, 1);
                    all.add(new Owed(
                            year % 100 + "A" + quarter,
                            start,
                            start.plusMonths(3).minusDays(1)));
                }
            }
        }
        all.removeIf(each -> each.start().isAfter(today()));
        all.sort(Comparator.comparing(Owed::start));
        return all;
    }

    Optional<Submitted> of(String vrn, String key) {
        return Optional.ofNullable(returns.get(new Return(vrn, key)));
    }

    /** Keeps what is submitted; false if something was before. */
    boolean keep(String vrn, String key, ObjectNode figures) {
        return returns.putIfAbsent(new Return(vrn, key), new Submitted(figures, today())) == null;
    }
}
