package app.counterfoil.vault.seal;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a sealed record belongs. Its bytes open at this place and at no other.
 *
 * @param seller whose it is
 * @param subject whom it is about
 * @param purpose why it is held
 * @param endsOn the day whose bucket secret it is sealed under
 * @param kind the record kind's name
 * @param id the record's id
 * @param version counts the sealings of this record from 1
 */
public record Place(
        UUID seller, SubjectId subject, Purpose purpose, LocalDate endsOn, String kind, UUID id, int version) {

    /** What the record's key is derived for. */
    byte[] derivedFor(int format) {
        return new Fields()
                .text("counterfoil record key")
                .number(format)
                .id(seller)
                .id(subject.value())
                .text(purpose.name())
                .number(endsOn.toEpochDay())
                .toBytes();
    }

    /** What the ciphertext is bound to. */
    byte[] boundTo(int format) {
        return new Fields()
                .text("counterfoil record")
                .number(format)
                .id(seller)
                .id(subject.value())
                .text(purpose.name())
                .number(endsOn.toEpochDay())
                .text(kind)
                .id(id)
                .number(version)
                .toBytes();
    }
}
