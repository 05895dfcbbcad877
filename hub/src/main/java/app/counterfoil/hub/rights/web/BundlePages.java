package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.rights.Bundles;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes the copy that a requester is given, and hands it out; the schema of its file for machines. */
@Controller
class BundlePages {

    private final Bundles bundles;

    BundlePages(Bundles bundles) {
        this.bundles = bundles;
    }

    @PostMapping(RequestListPage.PATH + "/{id}/bundle")
    String make(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute("passphrase", bundles.make(me.seller(), id, me));
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }

    @GetMapping(RequestListPage.PATH + "/{id}/bundle.pdf")
    ResponseEntity<byte[]> fetch(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"your-data.pdf\"")
                .body(bundles.fetch(me.seller(), id, me));
    }

    @GetMapping("/requests/bundle.schema.json")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("rights/bundle.schema.json"));
    }
}
