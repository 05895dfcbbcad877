package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.DocumentFilter.Which;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which documents are looked for, as a form names it.
 *
 * @param which invoices, credit notes or both
 * @param treatment only what is taxed so
 * @param from issued on this day or later
 * @param until issued on this day or earlier
 */
public record ChosenDocuments(
        @Nullable Which which,
        @Nullable VatTreatment treatment,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {

    /**
     * The filter.
     *
     * @throws NotUsable if a day is a slip, all that is wrong at once
     */
    public DocumentFilter filter() {
        var wrong = new ArrayList<NotUsable.Field>();
        NotUsable.slip("from", from).ifPresent(wrong::add);
        NotUsable.slip("until", until).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
        return new DocumentFilter(
                which == null ? Which.ALL : which,
                Optional.ofNullable(treatment),
                Optional.ofNullable(from),
                Optional.ofNullable(until));
    }

    /** Chosen is nothing. */
    public static ChosenDocuments nothing() {
        return new ChosenDocuments(null, null, null, null);
    }
}
