package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such person among those of this seller. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchConsent extends Refusal {

    NoSuchConsent() {
        super("There is nobody like that here.", "Look them up under Marketing by their whole address.");
    }
}
