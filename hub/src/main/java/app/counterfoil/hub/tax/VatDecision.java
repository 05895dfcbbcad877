package app.counterfoil.hub.tax;

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
     * @param reason why, in words for the order page
     * @param source where the rule is written
     * @param exportEvidenceDue the last day to hold the evidence of export, if the supply is one
     */
    record Settled(
            VatTreatment treatment, VatRate rate, String reason, String source, Optional<LocalDate> exportEvidenceDue)
            implements VatDecision {}

    /**
     * The rules do not settle it: a person decides.
     *
     * @param reason what is unclear, in words for the order page
     * @param source where the rule is written
     */
    record AskPerson(String reason, String source) implements VatDecision {}
}
