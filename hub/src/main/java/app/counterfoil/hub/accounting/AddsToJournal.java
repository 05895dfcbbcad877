package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.SellerId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A place lent to later modules: what they add to the journal of a month, beside the documents of sales. */
public interface AddsToJournal {

    /** The entries whose day lies in the month, in their order, the same each time. */
    List<JournalEntry> of(SellerId seller, YearMonth month);

    /** What entries are made of whose day lies from one day until before another, the earliest first. */
    List<UUID> sources(SellerId seller, LocalDate from, LocalDate before);

    /** The entry that is made of that; empty if there is none like that. */
    Optional<JournalEntry> of(SellerId seller, UUID source);
}
