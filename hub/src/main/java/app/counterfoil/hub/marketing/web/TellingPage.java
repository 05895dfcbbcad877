package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.marketing.HearNewsletters;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where newsletter services tell by themselves who has left there; nobody else has the secret at the end of the address. */
@RestController
class TellingPage {

    private static final int MOST_BYTES = 65_536;

    private final HearNewsletters hear;
    private final KnowsSellers known;

    TellingPage(HearNewsletters hear, KnowsSellers known) {
        this.hear = hear;
        this.known = known;
    }

    /** A service asks whether anybody is there before it tells. */
    @GetMapping("/webhooks/newsletter/{shop}/{account}/{secret}")
    ResponseEntity<Void> isAnybodyThere(
            @PathVariable UUID shop, @PathVariable UUID account, @PathVariable String secret) {
        return answer(hear.knows(seller(shop), account, secret));
    }

    /** The bytes are read as they came: a signature is over them. */
    @PostMapping("/webhooks/newsletter/{shop}/{account}/{secret}")
    ResponseEntity<Void> hear(
            @PathVariable UUID shop,
            @PathVariable UUID account,
            @PathVariable String secret,
            InputStream body,
            HttpServletRequest request)
            throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return answer(
                hear.hear(seller(shop), account, secret, bytes, name -> Optional.ofNullable(request.getHeader(name))
                        .orElse("")));
    }

    private SellerId seller(UUID shop) {
        return NoSuchShop.orElse(known, shop);
    }

    private static ResponseEntity<Void> answer(boolean isKnown) {
        return ResponseEntity.status(isKnown ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }
}
