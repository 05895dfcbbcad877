package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Refusal;
import java.time.LocalDate;

/** The dated table holds no rate for the day of the supply. */
final class NoRateOnThatDay extends Refusal {

    NoRateOnThatDay(String of, LocalDate day) {
        super(
                "No VAT rate is on file for " + of + " on " + day + ".",
                "Check the time of supply, or add the rate with its source to the table of rates.");
    }
}
