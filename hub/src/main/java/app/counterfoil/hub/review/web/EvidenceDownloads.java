package app.counterfoil.hub.review.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.register.Spreadsheet;
import app.counterfoil.hub.review.AccessDecision;
import app.counterfoil.hub.review.AccessReviews;
import app.counterfoil.hub.review.AccessRound;
import app.counterfoil.hub.review.Review;
import app.counterfoil.hub.review.Reviews;
import app.counterfoil.hub.review.TokenDecision;
import app.counterfoil.hub.seller.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The evidence that was kept of reviews, for an auditor: no buyer in it, and the shop's people by their ids. */
@Controller
class EvidenceDownloads {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> HEADINGS =
            List.of("Reviewed at", "What", "Which", "Outcome", "By", "Next review", "Note");

    private final Reviews reviews;
    private final AccessReviews access;
    private final BusinessClock clock;

    EvidenceDownloads(Reviews reviews, AccessReviews access, BusinessClock clock) {
        this.reviews = reviews;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(ReviewPages.PATH + "/evidence.csv")
    ResponseEntity<byte[]> csv(@AuthenticationPrincipal SignedIn me) {
        var rows = reviews.history(me).stream().map(EvidenceDownloads::row).toList();
        return download("csv", CSV, new Spreadsheet("Reviews", HEADINGS, rows).csv());
    }

    @GetMapping(ReviewPages.PATH + "/evidence.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn me) {
        var all = new LinkedHashMap<String, Object>();
        all.put("format", "counterfoil-reviews-1");
        all.put("day", clock.today().toString());
        all.put(
                "reviews",
                reviews.history(me).stream().map(EvidenceDownloads::told).toList());
        all.put(
                "access",
                access.all(me.seller()).stream().map(EvidenceDownloads::told).toList());
        return download(
                "json",
                MediaType.APPLICATION_JSON,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private ResponseEntity<byte[]> download(String ending, MediaType type, String text) {
        var name = ContentDisposition.attachment()
                .filename("reviews-" + clock.today() + "." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(Review review) {
        return List.of(
                review.at().toString(),
                review.thing().kind().title(),
                review.thing().title(),
                review.outcome().title(),
                review.by().toString(),
                review.nextOn().toString(),
                review.note().orElse(""));
    }

    private static Map<String, Object> told(Review review) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", review.id());
        told.put("kind", review.thing().kind().name());
        told.put("code", review.thing().code());
        told.put("outcome", review.outcome().name());
        told.put("at", review.at().toString());
        told.put("by", review.by());
        told.put("nextOn", review.nextOn().toString());
        told.put("note", review.note().orElse(""));
        return told;
    }

    private static Map<String, Object> told(AccessRound round) {
        var atStart = new TreeMap<UUID, String>();
        round.atStart().forEach((person, role) -> atStart.put(person, role.name()));
        var told = new LinkedHashMap<String, Object>();
        told.put("id", round.id());
        told.put("startedAt", round.startedAt().toString());
        told.put("startedBy", round.startedBy());
        told.put("atStart", atStart);
        told.put(
                "decisions",
                round.decisions().stream().map(EvidenceDownloads::told).toList());
        told.put(
                "tokens", round.onTokens().stream().map(EvidenceDownloads::told).toList());
        told.put("closedAt", round.closedAt().map(Object::toString).orElse(""));
        told.put("closedBy", round.closedBy().map(Object::toString).orElse(""));
        return told;
    }

    private static Map<String, Object> told(TokenDecision decision) {
        var told = new LinkedHashMap<String, Object>();
        told.put("token", decision.token());
        told.put("madeBy", decision.madeBy());
        told.put("scopes", decision.scopes().stream().sorted().map(Enum::name).toList());
        told.put("lastUsedOn", decision.lastUsedOn().map(Object::toString).orElse(""));
        told.put("expiresOn", decision.expiresOn().toString());
        told.put("verdict", decision.verdict().name());
        told.put("at", decision.at().toString());
        told.put("by", decision.by());
        return told;
    }

    private static Map<String, Object> told(AccessDecision decision) {
        var opened = new TreeMap<String, Long>();
        decision.known().opened().forEach((purpose, records) -> opened.put(purpose.name(), records));
        var told = new LinkedHashMap<String, Object>();
        told.put("person", decision.person());
        told.put("role", decision.role().name());
        told.put("verdict", decision.verdict().name());
        told.put(
                "lastSignIn",
                decision.known().lastSignIn().map(Object::toString).orElse(""));
        told.put("opened", opened);
        told.put("alone", decision.alone());
        told.put("at", decision.at().toString());
        told.put("by", decision.by());
        return told;
    }
}
