package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import java.time.LocalDate;

/**
 * What ends on one day.
 *
 * @param purpose what it is held for
 * @param on the first day on which it cannot be opened
 * @param records how many records
 */
public record Ending(Purpose purpose, LocalDate on, long records) {}
