package app.counterfoil.hub.custody;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.UUID;

/** A job of the hub that works on sealed data without showing it to anybody; it stands in the journal by its own id. */
public enum HubJob implements Reader {
    /** Enters sales into the books that an accounting service keeps. */
    BOOKKEEPING("00000000-0000-4000-8000-000000000010"),
    /** Carries data of open orders on, to its end when they are dispatched, and to another when a policy is changed. */
    RETENTION("00000000-0000-4000-8000-000000000001"),
    /** Takes in orders of channels, and edits of them. */
    INTAKE("00000000-0000-4000-8000-000000000002"),
    /** Writes the party of an invoice into the tax record, and makes the paper that names it, once. */
    INVOICING("00000000-0000-4000-8000-000000000004"),
    /** Sends letters to people whose rights are dealt with, and says in them where the shop reads answers. */
    LETTERS("00000000-0000-4000-8000-000000000005"),
    /** Looks after consent to marketing, and tells the newsletter service of those who have given it. */
    MARKETING("00000000-0000-4000-8000-000000000007"),
    /** Answers what people ask for about their own data where that needs nobody. */
    REQUESTS("00000000-0000-4000-8000-000000000006"),
    /** Writes to the shop's own people about what they have to look at. */
    REVIEWS("00000000-0000-4000-8000-000000000008"),
    /** Shows on a shop's public page whom to ask about data. */
    PUBLIC_PAGES("00000000-0000-4000-8000-000000000009"),
    /** Checks passwords. */
    SIGN_IN("00000000-0000-4000-8000-000000000003");

    private final UUID id;

    HubJob(String id) {
        this.id = UUID.fromString(id);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public boolean carries(Purpose purpose) {
        return switch (this) {
            case RETENTION ->
                purpose == Purpose.DELIVERY
                        || purpose == Purpose.SERVICE
                        || purpose == Purpose.LABEL
                        || purpose == Purpose.STAFF
                        || purpose == Purpose.LEGAL_CLAIM
                        || purpose == Purpose.RIGHTS_REQUEST;
            case INTAKE -> purpose == Purpose.DELIVERY || purpose == Purpose.SERVICE;
            case INVOICING ->
                purpose == Purpose.DELIVERY || purpose == Purpose.SERVICE || purpose == Purpose.TAX_RECORD;
            case BOOKKEEPING -> purpose == Purpose.TAX_RECORD;
            case LETTERS -> purpose == Purpose.RIGHTS_REQUEST || purpose == Purpose.STAFF;
            case MARKETING -> purpose == Purpose.MARKETING;
            case REQUESTS -> purpose == Purpose.RIGHTS_REQUEST;
            case SIGN_IN, REVIEWS, PUBLIC_PAGES -> purpose == Purpose.STAFF;
        };
    }
}
