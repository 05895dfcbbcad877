package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.connection.RecipientCode;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.register.Spreadsheet;
import app.counterfoil.hub.seller.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was handed over in a month, to take along: who received which categories for what, and nobody's name or number. */
@Controller
class DisclosuresFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> HEADINGS =
            List.of("When (UTC)", "Recipient", "By what", "Purpose", "Categories", "Order (our id)");
    private static final int MOST = 200_000;

    private final Disclosures disclosures;
    private final NamesRecipients names;
    private final BusinessClock clock;

    DisclosuresFile(Disclosures disclosures, NamesRecipients names, BusinessClock clock) {
        this.disclosures = disclosures;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(DisclosuresPage.PATH + "/month.csv")
    ResponseEntity<byte[]> month(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<RecipientCode> recipient) {
        var chosen = month.orElse(YearMonth.from(clock.today()));
        var rows = disclosures.in(me.seller(), chosen, recipient.map(RecipientCode::value), MOST).stream()
                .map(this::row)
                .toList();
        var name = ContentDisposition.attachment()
                .filename("handed-over-" + chosen + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(new Spreadsheet("Handed over", HEADINGS, rows).csv().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> row(Disclosure.Entry entry) {
        var what = entry.what();
        return List.of(
                entry.at().toString(),
                names.nameOf(what.recipient()),
                what.act().title(),
                what.purpose().title(),
                DataCategory.inWords(what.categories()),
                what.order().toString());
    }
}
