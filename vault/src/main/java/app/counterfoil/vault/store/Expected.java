package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import java.time.LocalDate;

/**
 * What is expected to end on one day.
 *
 * @param purpose what it is held for
 * @param on the first day on which it cannot be opened
 * @param records how many records
 * @param subjects on how many data subjects
 */
public record Expected(Purpose purpose, LocalDate on, long records, long subjects) {}
