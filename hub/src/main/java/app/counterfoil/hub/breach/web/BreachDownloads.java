package app.counterfoil.hub.breach.web;

import app.counterfoil.hub.breach.BreachTexts;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.CaseFile;
import app.counterfoil.hub.breach.DrillReport;
import app.counterfoil.hub.breach.PeopleTold;
import app.counterfoil.hub.breach.RegulatorDraft;
import app.counterfoil.hub.seller.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is taken along of an incident: the answers for the regulator's form, all facts, and the report of a drill. */
@Controller
class BreachDownloads {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Breaches breaches;
    private final RegulatorDraft draft;
    private final PeopleTold told;

    BreachDownloads(Breaches breaches, RegulatorDraft draft, PeopleTold told) {
        this.breaches = breaches;
        this.draft = draft;
        this.told = told;
    }

    @GetMapping("/breaches/{id}/regulator.txt")
    ResponseEntity<byte[]> regulator(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var file = breaches.one(me.seller(), id);
        var parts = draft.of(me, file, breaches.texts(me, file.incident()).orElseGet(BreachTexts::nothing));
        return download(file, "regulator.txt", TEXT, RegulatorDraft.text(file, parts));
    }

    @GetMapping("/breaches/{id}/incident.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var file = breaches.one(me.seller(), id);
        var texts = breaches.texts(me, file.incident()).orElseGet(BreachTexts::nothing);
        return download(
                file,
                "incident.json",
                MediaType.APPLICATION_JSON,
                IncidentJson.of(file, texts, told.so(me.seller(), id)));
    }

    @GetMapping("/breaches/{id}/drill.txt")
    ResponseEntity<byte[]> drill(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var file = breaches.one(me.seller(), id);
        return download(file, "drill.txt", TEXT, DrillReport.text(file));
    }

    private static ResponseEntity<byte[]> download(CaseFile file, String ending, MediaType type, String text) {
        var incident = file.incident().name().toLowerCase(Locale.ROOT).replace(' ', '-');
        var name = ContentDisposition.attachment()
                .filename(incident + "-" + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
