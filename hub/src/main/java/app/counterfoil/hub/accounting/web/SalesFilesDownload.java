package app.counterfoil.hub.accounting.web;

import app.counterfoil.hub.accounting.SalesFiles;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
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

/** The sales of a month as files to take along, for books that are kept without a service. */
@Controller
class SalesFilesDownload {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final SalesFiles files;
    private final BusinessClock clock;

    SalesFilesDownload(SalesFiles files, BusinessClock clock) {
        this.files = files;
        this.clock = clock;
    }

    @GetMapping(BookkeepingPage.PATH + "/documents.csv")
    ResponseEntity<byte[]> documents(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<YearMonth> month) {
        var chosen = chosen(month);
        return file("sales-" + chosen, files.documents(me.seller(), chosen));
    }

    @GetMapping(BookkeepingPage.PATH + "/journal.csv")
    ResponseEntity<byte[]> journal(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<YearMonth> month) {
        var chosen = chosen(month);
        return file("journal-" + chosen, files.journal(me.seller(), chosen));
    }

    private YearMonth chosen(Optional<YearMonth> month) {
        return month.orElse(YearMonth.from(clock.today()));
    }

    private static ResponseEntity<byte[]> file(String name, String csv) {
        var as = ContentDisposition.attachment().filename(name + ".csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, as.toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
