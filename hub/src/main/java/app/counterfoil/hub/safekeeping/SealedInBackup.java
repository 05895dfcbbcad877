package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A sealed record in a backup.
 *
 * @param seller whose it is
 * @param purpose what it is held for
 * @param kind the name of its kind
 * @param id the record
 * @param subject whom it is about
 * @param endsOn the day on which it ends, as it was sealed then
 * @param opens whether it still opens for whoever has the file and the living keys
 */
public record SealedInBackup(
        UUID seller, Purpose purpose, String kind, UUID id, SubjectId subject, LocalDate endsOn, boolean opens) {}
