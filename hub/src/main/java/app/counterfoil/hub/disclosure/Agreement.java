package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a seller has agreed with somebody who is to receive personal data. Nothing goes to anybody without one that stands
 * and covers it (Art 28 and 44–49 UK GDPR).
 *
 * @param recipient with whom, as a code that others know a name for
 * @param role as what they receive it
 * @param agreedOn the day of the agreement
 * @param country where they keep the data
 * @param safeguard what protects it there
 * @param safeguardOn the day of the safeguard; empty where none is needed
 * @param categories what they may receive; at least one
 * @param reviewOn when somebody must look at it again
 */
public record Agreement(
        String recipient,
        RecipientRole role,
        LocalDate agreedOn,
        Country country,
        Safeguard safeguard,
        Optional<LocalDate> safeguardOn,
        Set<DataCategory> categories,
        LocalDate reviewOn) {

    /** Whoever answers for the data looks at an agreement at least every two years. */
    private static final int MOST_YEARS_UNREVIEWED = 2;

    /** Copies the set. */
    public Agreement {
        categories = Set.copyOf(categories);
    }

    /**
     * Looks whether it can go on file.
     *
     * @throws NotAnAgreement if nothing may be received by it, the country needs a safeguard, or a day cannot be
     */
    void refuseUnlessRecordableOn(LocalDate today) {
        if (categories.isEmpty()) {
            throw new NotAnAgreement(
                    "categories", "An agreement covers something.", "Tick what the recipient may receive.");
        }
        if (!isProtected()) {
            throw new NotAnAgreement(
                    "safeguard",
                    "Data that goes to " + country.englishName() + " needs a safeguard.",
                    "Choose the one that is agreed with the recipient, and give its date.");
        }
        if (safeguard != Safeguard.NOT_NEEDED && safeguardOn.isEmpty()) {
            throw new NotAnAgreement(
                    "safeguardOn", "The safeguard has no date.", "Give the day on which it was agreed or certified.");
        }
        refuseUnlessPast("agreedOn", Optional.of(agreedOn), today);
        refuseUnlessPast("safeguardOn", safeguardOn, today);
        if (!reviewOn.isAfter(today) || reviewOn.isAfter(today.plusYears(MOST_YEARS_UNREVIEWED))) {
            throw new NotAnAgreement(
                    "reviewOn",
                    "That is no day for the next review.",
                    "Give a day within the next " + MOST_YEARS_UNREVIEWED + " years.");
        }
    }

    private static void refuseUnlessPast(String field, Optional<LocalDate> day, LocalDate today) {
        if (day.filter(today::isBefore).isPresent()) {
            throw new NotAnAgreement(
                    field, "What is agreed later does not count yet.", "Give a day that is not in the future.");
        }
    }

    /** Whether people's data is protected in the country of the recipient; which countries are safe changes. */
    boolean isProtected() {
        return safeguard != Safeguard.NOT_NEEDED || SafeCountries.contain(country);
    }

    /** Whether its review is due. */
    public boolean isOverdue(LocalDate today) {
        return !reviewOn.isAfter(today);
    }

    /**
     * As it is on file.
     *
     * @param id which one
     * @param what what was agreed
     * @param recordedAt when it was written down, business time
     * @param recordedBy who has; empty for made-up shops
     * @param endedAt when it was ended
     */
    public record OnFile(
            UUID id, Agreement what, Instant recordedAt, Optional<UUID> recordedBy, Optional<Instant> endedAt) {

        /** What may be received by it, in words. */
        public String covered() {
            return DataCategory.inWords(what.categories());
        }

        /** Whether it has not been ended. */
        public boolean stands() {
            return endedAt.isEmpty();
        }
    }

    /** What was typed is no agreement that can be kept. */
    public static final class NotAnAgreement extends Refusal {
        private final String field;

        NotAnAgreement(String field, String wrong, String mend) {
            super(wrong, mend);
            this.field = field;
        }

        /** Which field it is about. */
        public String field() {
            return field;
        }
    }
}
