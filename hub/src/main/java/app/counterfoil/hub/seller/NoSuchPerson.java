package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody of that id works in this shop. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchPerson extends Refusal {
    NoSuchPerson() {
        super("There is no such person.", "Look at the list under People.");
    }
}
