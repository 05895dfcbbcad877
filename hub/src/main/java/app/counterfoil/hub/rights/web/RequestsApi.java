package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.seller.ApiCaller;
import app.counterfoil.hub.seller.CallsOnce;
import app.counterfoil.hub.shell.JsonBody;
import app.counterfoil.hub.shell.NotUsable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Requests of people by the API: handed in by a program of the shop, and how far they are. Nobody is named in an answer. */
@RestController
class RequestsApi {

    private static final String PATH = "/api/v1/rights-requests";
    private static final int MOST_ORDERS = 50;
    private static final int LONGEST = 200;
    private static final int LONGEST_SAID = 4_000;

    private final TakeInRequests takeIn;
    private final Requests requests;
    private final CallsOnce once;
    private final BusinessClock clock;

    RequestsApi(TakeInRequests takeIn, Requests requests, CallsOnce once, BusinessClock clock) {
        this.takeIn = takeIn;
        this.requests = requests;
        this.once = once;
        this.clock = clock;
    }

    /** What a program hands in, as the document of the API names it. Personal: it does not print. */
    record Handed(
            @Nullable String kind,
            @Nullable String law,
            @Nullable String receivedOn,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String postcode,
            @Nullable String userName,
            @Nullable List<String> orderNumbers,
            @Nullable String said) {
        @Override
        public String toString() {
            return "Handed[hidden]";
        }
    }

    /** How far a request is; of the person nothing. */
    record State(
            UUID id,
            String name,
            String kind,
            String door,
            String law,
            LocalDate receivedOn,
            String state,
            @Nullable LocalDate answerBy,
            @Nullable Long daysLeft,
            boolean overdue,
            boolean clockStands) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<State> handIn(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader("Idempotency-Key") String key,
            HttpServletRequest request)
            throws IOException {
        var body = JsonBody.of(request);
        var incoming = incoming(body.as(Handed.class));
        var id = once.make(
                caller, key, body.bytes(), () -> takeIn.takeIn(caller.seller(), incoming, Optional.of(caller.id())));
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(state(caller, id));
    }

    @GetMapping(PATH + "/{id}")
    State one(@AuthenticationPrincipal ApiCaller caller, @PathVariable UUID id) {
        return state(caller, id);
    }

    private State state(ApiCaller caller, UUID id) {
        var request = requests.one(caller.seller(), id);
        var today = clock.today();
        return new State(
                request.id(),
                request.name(),
                request.kind().name(),
                request.door().name(),
                request.clock().law().name(),
                request.clock().receivedOn(),
                request.state().name(),
                request.clock().dueOn(today).orElse(null),
                request.clock().daysLeft(today).orElse(null),
                request.isOverdue(today),
                request.clock().stands());
    }

    /** All that is wrong is told at once. */
    private TakeInRequests.Incoming incoming(Handed handed) {
        var wrong = new ArrayList<NotUsable.Field>();
        var kind = one("kind", handed.kind(), RequestKind.class, wrong);
        var law = one("law", handed.law() == null ? Law.UK.name() : handed.law(), Law.class, wrong);
        var received = received(handed.receivedOn(), wrong);
        var requester = new Requester(
                text("name", handed.name(), LONGEST, wrong),
                text("email", handed.email(), LONGEST, wrong),
                text("phone", handed.phone(), LONGEST, wrong),
                text("postcode", handed.postcode(), LONGEST, wrong),
                text("userName", handed.userName(), LONGEST, wrong),
                numbers(handed.orderNumbers(), wrong),
                text("said", handed.said(), LONGEST_SAID, wrong));
        if (!wrong.isEmpty() || kind.isEmpty() || law.isEmpty()) {
            throw new NotUsable(wrong);
        }
        return new TakeInRequests.Incoming(kind.get(), Door.API, law.get(), received, requester);
    }

    private static <T extends Enum<T>> Optional<T> one(
            String field, @Nullable String sent, Class<T> type, List<NotUsable.Field> wrong) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(sent))
                .findFirst();
        if (found.isEmpty()) {
            var all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            wrong.add(new NotUsable.Field(field, "Give one of " + all + "."));
        }
        return found;
    }

    private LocalDate received(@Nullable String sent, List<NotUsable.Field> wrong) {
        try {
            var day = sent == null ? clock.today() : LocalDate.parse(sent);
            if (!day.isAfter(clock.today())) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Told below, without what was sent.
        }
        wrong.add(new NotUsable.Field("receivedOn", "Give the day of receipt like 2026-12-01, today at the latest."));
        return clock.today();
    }

    private static List<String> numbers(@Nullable List<String> sent, List<NotUsable.Field> wrong) {
        if (sent == null) {
            return List.of();
        }
        if (sent.size() > MOST_ORDERS
                || sent.stream().anyMatch(number -> number == null || number.isBlank() || number.length() > LONGEST)) {
            wrong.add(new NotUsable.Field(
                    "orderNumbers", "Give at most " + MOST_ORDERS + " numbers, none of them empty."));
            return List.of();
        }
        return sent.stream().map(String::strip).toList();
    }

    private static String text(String field, @Nullable String sent, int longest, List<NotUsable.Field> wrong) {
        var text = sent == null ? "" : sent.strip();
        if (text.length() > longest || text.indexOf(0) >= 0) {
            wrong.add(new NotUsable.Field(field, "Give at most " + longest + " characters."));
            return "";
        }
        return text;
    }
}
