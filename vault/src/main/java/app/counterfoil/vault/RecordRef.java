package app.counterfoil.vault;

import java.util.UUID;

/**
 * Points at one record of a known kind.
 *
 * @param id the record's id
 * @param subject whom it is about, so that a forgotten subject is told apart from a missing record
 */
public record RecordRef(UUID id, SubjectId subject) {}
