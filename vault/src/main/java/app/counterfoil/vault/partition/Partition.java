package app.counterfoil.vault.partition;

import java.time.LocalDate;

/**
 * A partition: of the records of a purpose, or of the journal.
 *
 * @param purpose the name of the purpose; empty for the journal
 * @param startsOn its first day
 * @param endsBefore the first day after it
 */
public record Partition(String purpose, LocalDate startsOn, LocalDate endsBefore) {}
