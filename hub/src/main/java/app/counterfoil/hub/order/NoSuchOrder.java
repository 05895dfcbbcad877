package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such order with this seller; the same words whether it is nobody's or somebody else's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchOrder extends Refusal {

    /** Nothing of the order asked for is told. */
    public NoSuchOrder() {
        super("There is no such order.", "Search for its number, or look through the list.");
    }
}
