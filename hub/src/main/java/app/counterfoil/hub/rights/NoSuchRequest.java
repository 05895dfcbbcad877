package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such request with this seller. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchRequest extends Refusal {

    NoSuchRequest() {
        super("There is no such request.", "Look at the list under Requests.");
    }
}
