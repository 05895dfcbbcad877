package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something in the account at the tax office: a sum that is owed for a period, or a payment that was received.
 *
 * @param what what it is, in the words of the tax office
 * @param period for which period; empty for a payment
 * @param amount how much
 * @param outstanding how much of it is still to pay; nought for a payment
 * @param day by when it is to be paid, or on which day it was; empty where it is not told
 */
public record Charge(
        String what, Optional<VatPeriod> period, Money amount, Money outstanding, Optional<LocalDate> day) {}
