package app.counterfoil.hub.review;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;

/**
 * A thing that is looked at again.
 *
 * @param kind what kind of thing
 * @param code which of its kind: the name of a {@link Purpose}, an {@link OutsideService} or a {@link Policy}
 */
public record Reviewed(ReviewKind kind, String code) {

    /** The access rights of a shop: there is one review of all of them. */
    static final Reviewed ACCESS = new Reviewed(ReviewKind.ACCESS, "ACCESS");

    /** The thing of that kind and code. @throws NotAReview if nobody knows it */
    static Reviewed of(ReviewKind kind, String code) {
        var thing = new Reviewed(kind, code);
        try {
            var unused = thing.title();
        } catch (IllegalArgumentException unknown) {
            throw new NotAReview.Unknown();
        }
        return thing;
    }

    /** How people call it. */
    public String title() {
        return switch (kind) {
            case PURPOSE -> Purpose.valueOf(code).title();
            case RECIPIENT -> OutsideService.valueOf(code).title();
            case ACCESS -> accessTitle();
            case POLICY -> Policy.valueOf(code).title();
        };
    }

    private String accessTitle() {
        if (!code.equals(ACCESS.code)) {
            throw new IllegalArgumentException("There is one review of access rights.");
        }
        return "Who has access";
    }

    /** What whoever looks at it asks themselves. */
    public String question() {
        return switch (kind) {
            case PURPOSE ->
                "Is the data still needed " + Purpose.valueOf(code).inOrder() + ", all of it, and for so long?";
            case RECIPIENT -> "Do its terms still say what is on file, and does it still need what it is given?";
            case ACCESS -> "Does everybody still need what their role opens?";
            case POLICY -> Policy.valueOf(code).question();
        };
    }

    /** The page on which the thing itself is seen. */
    public String where() {
        return switch (kind) {
            case PURPOSE -> "/register";
            case RECIPIENT -> "/recipients/" + code;
            case ACCESS -> "/reviews/access";
            case POLICY -> Policy.valueOf(code).path();
        };
    }

    /** The page on which its review is recorded. */
    public String path() {
        return kind == ReviewKind.ACCESS ? "/reviews/access" : "/reviews/" + kind + "/" + code;
    }

    /** When it is looked at again, if it was looked at on that day and nobody says otherwise. */
    public LocalDate usualAfter(LocalDate day) {
        return day.plusMonths(kind == ReviewKind.POLICY ? Policy.valueOf(code).usualMonths() : kind.usualMonths());
    }

    /** When it has to be looked at again at the latest, if it was looked at on that day. */
    LocalDate latestAfter(LocalDate day) {
        return day.plusMonths(kind == ReviewKind.POLICY ? Policy.valueOf(code).mostMonths() : kind.mostMonths());
    }
}
