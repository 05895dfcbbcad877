package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked of a review cannot be done; nothing was changed. */
public class NotAReview extends Refusal {

    private final String field;

    NotAReview(String field, String wrong, String mend) {
        super(wrong, mend);
        this.field = field;
    }

    /** Which field it is about; empty if about none. */
    public String field() {
        return field;
    }

    /** Tokens of programs have no role that could be changed. */
    public static final class NoRole extends NotAReview {
        NoRole() {
            super("verdict", "A token has no role.", "Keep it, or withdraw it and make another.");
        }
    }

    /** Nobody knows such a thing, or the shop has it no more. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class Unknown extends NotAReview {
        Unknown() {
            super("", "There is nothing of that name to look at.", "Look at the list under Reviews.");
        }
    }
}
