package app.counterfoil.vault.erasure;

import app.counterfoil.vault.Purpose;
import java.time.LocalDate;

/**
 * A day whose records have become unreadable.
 *
 * @param purpose what they were held for
 * @param day the day they ended on
 */
public record EndedDay(Purpose purpose, LocalDate day) {}
