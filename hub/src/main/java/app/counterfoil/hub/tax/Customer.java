package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Territory;
import java.util.Optional;

/**
 * Who buys, as far as VAT cares.
 *
 * @param business whether the channel or the buyer says it is a business
 * @param number what is known of the VAT number it has given; empty if it has given none
 */
public record Customer(boolean business, Optional<TaxNumber> number) {

    /** A private person, or anyone who says nothing else. */
    public static final Customer CONSUMER = new Customer(false, Optional.empty());

    /** A business that has given no VAT number. */
    public static final Customer BUSINESS = new Customer(true, Optional.empty());

    /** A business that has given a VAT number of that state. */
    public static Customer business(Territory state, Check check) {
        return new Customer(true, Optional.of(new TaxNumber(state, check)));
    }

    /**
     * A VAT number, without its digits.
     *
     * @param state whose number it is
     * @param check how far it was looked at
     */
    public record TaxNumber(Territory state, Check check) {

        /** Whether it belongs to a member state or to Northern Ireland. */
        boolean isEuropean() {
            return TaxTerritory.of(state) == TaxTerritory.EUROPEAN_UNION || isNorthernIrish();
        }

        boolean isNorthernIrish() {
            return state.equals(Territory.NORTHERN_IRELAND);
        }

        boolean isBritish() {
            return state.equals(Territory.GREAT_BRITAIN) || isNorthernIrish();
        }
    }

    /** How far a VAT number was looked at. */
    public enum Check {
        /** Its form or its check digits are wrong. */
        WRONG,
        /** Form and check digits are right; whether anybody is registered under it is not known. */
        FORM_FITS,
        /** The tax office has said that it is registered. */
        CONFIRMED,
        /** The tax office has said that it is not. */
        NOT_REGISTERED
    }
}
