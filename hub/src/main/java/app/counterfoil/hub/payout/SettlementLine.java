package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;

/**
 * A line of a settlement.
 *
 * @param row the row of the file it was read from, the first being 1
 * @param kind what it is
 * @param name how the channel calls it, fit to be kept
 * @param orderNumber the channel's number of the order, or empty
 * @param day the day it was posted
 * @param amount what it adds to what is paid out
 */
public record SettlementLine(int row, LineKind kind, String name, String orderNumber, LocalDate day, Money amount) {}
