package app.counterfoil.vault.check;

import java.util.List;
import java.util.Set;

/**
 * What a check of sealed records found in one part of them.
 *
 * @param opened how many records open
 * @param ended how many do not, because their day has ended or their subject was forgotten, and the secret's end is written;
 *     their rows are about to be removed
 * @param secrets how many wrapped secrets were looked at by themselves, because no record of this part needs them
 * @param kinds the kinds of the records
 * @param wrong how many records or secrets are not as they should be
 * @param flaws the first thousand of them
 */
public record RecordCheck(
        long opened, long ended, long secrets, Set<String> kinds, long wrong, List<RecordFlaw> flaws) {}
