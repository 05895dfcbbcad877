package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.util.UUID;

/**
 * A record whose tokens matched a search; whether it is the person meant is seen after opening.
 *
 * @param purpose what it is held for
 * @param kind the record kind's name
 * @param id the record
 * @param subject whom it is about
 */
public record Found(Purpose purpose, String kind, UUID id, SubjectId subject) {}
