package app.counterfoil.hub.export;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a copy is made for; it decides which fields stand in it, and who may make and fetch it. Stored by its name. */
public enum ExportPurpose {
    /** Facts of orders: nobody is named, and no number by which a channel would know somebody. */
    FACTS("No people: facts of orders alone", Optional.empty()),
    /** Whom parcels go to. */
    DELIVERY("Delivery: whom parcels go to", Optional.of(Purpose.DELIVERY)),
    /** Who bought. */
    SERVICE("Customer service: who bought", Optional.of(Purpose.SERVICE)),
    /** Whom invoices name. */
    TAX_RECORD("Tax record: whom invoices name", Optional.of(Purpose.TAX_RECORD));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Purpose> carried;

    ExportPurpose(String title, Optional<Purpose> carried) {
        this.title = title;
        this.carried = carried;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** The purpose for which people are opened; empty where nobody is. */
    public Optional<Purpose> carried() {
        return carried;
    }

    /** Whether the reader may make and fetch copies for it. */
    public boolean isFor(Reader reader) {
        return carried.map(reader::carries).orElse(true);
    }

    /** Those for which the reader may make copies. */
    public static List<ExportPurpose> of(Reader reader) {
        return Arrays.stream(values()).filter(each -> each.isFor(reader)).toList();
    }
}
