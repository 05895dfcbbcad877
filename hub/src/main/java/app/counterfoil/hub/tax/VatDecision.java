package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import java.time.LocalDate;
import java.util.Optional;

/** What VAT a supply bears and why: settled by the rules, or left to a person. */
public sealed interface VatDecision {

    /** Why, in words for the order page. */
    String reason();

    /** Where the rule is written. */
    String source();

    /**
     * The rules settle it.
     *
     * @param treatment what becomes of the VAT
     * @param rate the rate; nought wherever the treatment bears none
     * @param state the member state whose VAT it is; empty for the United Kingdom's, or none
     * @param reason why, in words for the order page
     * @param source where the rule is written
     * @param evidenceDue the last day to hold the evidence that the goods have left, if the treatment hangs on it
     */
    record Settled(
            VatTreatment treatment,
            VatRate rate,
            Optional<Country> state,
            String reason,
            String source,
            Optional<LocalDate> evidenceDue)
            implements VatDecision {}

    /**
     * The rules do not settle it: a person decides.
     *
     * @param asks what has to be said
     * @param reason what is unclear, in words for the order page
     * @param source where the rule is written
     */
    record AskPerson(Asks asks, String reason, String source) implements VatDecision {}

    /** What a person has to say before the VAT of a supply is settled. */
    enum Asks {
        /** Where the goods were delivered, or set out from. */
        PLACE,
        /** How the seller stands with a tax office. */
        STANDING,
        /** Whether the customer's VAT number is registered. */
        NUMBER,
        /** What a parcel is worth in another currency. */
        VALUE,
        /** The rate of a product in another state. */
        RATE,
        /** What the marketplace accounts for. */
        MARKETPLACE
    }
}
