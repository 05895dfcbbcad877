package app.counterfoil.hub.export.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.CopyFormat;
import app.counterfoil.hub.export.ExportPurpose;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.MakeCopy;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.ApiCaller;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.CallsOnce;
import app.counterfoil.hub.shell.JsonBody;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Personal;
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
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Files of orders by the API, on the same leash as those that people make. */
@RestController
class ExportsApi {

    private static final String PATH = "/api/v1/exports";

    private final MakeCopy makeCopy;
    private final Copies copies;
    private final CallsOnce once;
    private final LongWork longWork;
    private final BusinessClock clock;

    ExportsApi(MakeCopy makeCopy, Copies copies, CallsOnce once, LongWork longWork, BusinessClock clock) {
        this.makeCopy = makeCopy;
        this.copies = copies;
        this.once = once;
        this.longWork = longWork;
        this.clock = clock;
    }

    /** What a program wants, as the document of the API names it. */
    record Wanted(
            @Nullable String purpose,
            @Nullable String recipient,
            @Nullable String reason,
            @Nullable String format,
            @Nullable Integer days,
            @Nullable String state,
            @Nullable String channel,
            @Nullable String to,
            @Nullable String from,
            @Nullable String until) {
        @Override
        public String toString() {
            return "Wanted[hidden]";
        }
    }

    /** Where a copy stands. */
    record State(
            UUID id,
            int number,
            String state,
            String purpose,
            String recipient,
            String format,
            LocalDate endsOn,
            boolean canBeFetched,
            int rows,
            int rowsWithPeople,
            int rowsLeftBlank,
            List<String> columns) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<State> make(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader("Idempotency-Key") String key,
            HttpServletRequest request)
            throws IOException {
        var body = JsonBody.of(request);
        var wish = wish(body.as(Wanted.class));
        refuseUnlessOpen(caller, wish.purpose());
        var maker = new Maker(caller.seller(), caller, Personal.of("the program " + caller.name()));
        var begun = new ArrayList<Copy>();
        var id = once.make(caller, key, body.bytes(), () -> {
            var copy = makeCopy.begin(maker, wish);
            begun.add(copy);
            return copy.id();
        });
        begun.forEach(copy -> start(maker, wish, copy));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + id))
                .body(state(copies.one(caller.seller(), id)));
    }

    @GetMapping(PATH + "/{id}")
    State one(@AuthenticationPrincipal ApiCaller caller, @PathVariable UUID id) {
        var copy = copies.one(caller.seller(), id);
        refuseUnlessOpen(caller, copy.purpose());
        return state(copy);
    }

    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal ApiCaller caller, @PathVariable UUID id) {
        var copy = copies.one(caller.seller(), id);
        refuseUnlessOpen(caller, copy.purpose());
        var file = copies.fetch(caller.seller(), id, caller);
        var name = ContentDisposition.attachment().filename(copy.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(copy.format().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    private void start(Maker maker, ExportWish wish, Copy copy) {
        var seller = maker.seller().toString();
        var program = maker.reader().id().toString();
        var back = new LongWork.Back(PATH + "/" + copy.id(), "Look at it");
        try {
            var unused = longWork.start("Making a file", seller, program, back, progress -> {
                var made = makeCopy.make(maker, wish, copy, progress);
                return new LongWork.Done("Copy " + made.number() + " is made.", PATH + "/" + made.id(), "Fetch it");
            });
        } catch (LongWork.TooMuchWork noRoom) {
            makeCopy.stop(maker, copy);
            throw noRoom;
        }
    }

    /** Each purpose is a scope of its own; facts too. */
    private static void refuseUnlessOpen(ApiCaller caller, ExportPurpose purpose) {
        if (!caller.may(ApiScope.valueOf("EXPORT_" + purpose.name()))) {
            throw new AccessDeniedException("The token has no scope for this purpose.");
        }
    }

    private State state(Copy copy) {
        return new State(
                copy.id(),
                copy.number(),
                copy.state().name(),
                copy.purpose().name(),
                copy.recipient(),
                copy.format().name(),
                copy.endsOn(),
                copy.standsOn(clock.today()),
                copy.rows(),
                copy.people(),
                copy.blank(),
                copy.columns());
    }

    /** All that is wrong is told at once. */
    private static ExportWish wish(Wanted wanted) {
        var wrong = new ArrayList<NotUsable.Field>();
        var purpose = one("purpose", wanted.purpose(), ExportPurpose.class, true, wrong);
        var format = one("format", wanted.format(), CopyFormat.class, false, wrong);
        var recipient = one("recipient", wanted.recipient(), OutsideService.class, false, wrong);
        var chosen = new Chosen(
                one("state", wanted.state(), OrderState.class, false, wrong).orElse(null),
                one("channel", wanted.channel(), OutsideService.class, false, wrong)
                        .orElse(null),
                wanted.to(),
                day("from", wanted.from(), wrong).orElse(null),
                day("until", wanted.until(), wrong).orElse(null));
        if (!wrong.isEmpty() || purpose.isEmpty()) {
            throw new NotUsable(wrong);
        }
        var wish = new ExportWish(
                purpose.get(),
                recipient.map(Enum::name),
                wanted.reason() == null ? "" : wanted.reason(),
                format.orElse(CopyFormat.CSV),
                wanted.days() == null ? ExportWish.USUAL_DAYS : wanted.days(),
                chosen.filter());
        wish.refuseUnlessUsable();
        return wish;
    }

    private static <T extends Enum<T>> Optional<T> one(
            String field, @Nullable String sent, Class<T> type, boolean needed, List<NotUsable.Field> wrong) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(sent))
                .findFirst();
        if (found.isEmpty() && (needed || sent != null)) {
            var all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            wrong.add(new NotUsable.Field(field, "Give one of " + all + "."));
        }
        return found;
    }

    private static Optional<LocalDate> day(String field, @Nullable String sent, List<NotUsable.Field> wrong) {
        try {
            return Optional.ofNullable(sent).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            wrong.add(new NotUsable.Field(field, "Give the day like 2026-12-01."));
            return Optional.empty();
        }
    }
}
