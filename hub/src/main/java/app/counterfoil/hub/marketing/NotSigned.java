package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was posted does not come from the newsletter service, as far as can be told: nothing was done. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotSigned extends Refusal {

    /** Says nothing of what was posted. */
    public NotSigned() {
        super("This is not signed as the newsletter service signs.", "Sign it with the secret of this webhook.");
    }
}
