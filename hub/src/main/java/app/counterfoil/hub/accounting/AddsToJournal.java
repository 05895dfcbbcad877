package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.SellerId;
import java.time.YearMonth;
import java.util.List;

/** A place lent to later modules: what they add to the journal of a month, beside the documents of sales. */
public interface AddsToJournal {

    /** The entries whose day lies in the month, in their order, the same each time. */
    List<JournalEntry> of(SellerId seller, YearMonth month);
}
