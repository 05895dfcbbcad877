package app.counterfoil.hub.seller;

import app.counterfoil.vault.Purpose;
import java.util.Optional;

/** What a token opens. A program gets those that its work needs, each by itself. Stored by its name. */
public enum ApiScope {
    /** Handing in what people ask for about their data, and seeing how far it is. It opens nobody. */
    RIGHTS_REQUESTS("Hand in people's requests, and see how far they are", Optional.empty(), false),
    /** Files of facts. */
    EXPORT_FACTS("Make files of facts, without people", Optional.empty(), true),
    /** Files of whom parcels go to. */
    EXPORT_DELIVERY("Make files of whom parcels go to", Optional.of(Purpose.DELIVERY), true),
    /** Files of who bought. */
    EXPORT_SERVICE("Make files of who bought", Optional.of(Purpose.SERVICE), true),
    /** Files of whom invoices name. */
    EXPORT_TAX_RECORD("Make files of whom invoices name", Optional.of(Purpose.TAX_RECORD), true);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Purpose> carried;

    private final boolean exports;

    ApiScope(String title, Optional<Purpose> carried, boolean exports) {
        this.title = title;
        this.carried = carried;
        this.exports = exports;
    }

    /** What it lets a program do, in words. */
    public String title() {
        return title;
    }

    /** The purpose for which it opens people; empty if it opens nobody. */
    public Optional<Purpose> carried() {
        return carried;
    }

    /** Whether files can be made with it. */
    boolean exports() {
        return exports;
    }
}
