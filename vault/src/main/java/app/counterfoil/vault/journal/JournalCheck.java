package app.counterfoil.vault.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a check of the access journal found.
 *
 * @param checkpoints how many checkpoints were looked at
 * @param covered how many entries they cover
 * @param open how many entries came after them, which the next one will cover
 * @param witnessed the checkpoint that was seen outside the database last, if any was
 * @param flaws what is not as it was signed; empty when all is
 */
public record JournalCheck(
        int checkpoints, long covered, long open, Optional<Integer> witnessed, List<JournalFlaw> flaws) {}
