package app.counterfoil.vault.journal;

import app.counterfoil.vault.Purpose;
import java.util.UUID;

/**
 * How much somebody has opened for a purpose in some time.
 *
 * @param reader the person, or the job
 * @param purpose for what
 * @param records how many records; one that was opened twice counts twice
 */
public record Openings(UUID reader, Purpose purpose, long records) {}
