package app.counterfoil.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One record to be sealed.
 *
 * @param kind what it is
 * @param id the record's id, unique within seller and kind; usually the id of the order or parcel it belongs to
 * @param subject whom it is about
 * @param endsOn the first day on which it can no longer be opened
 * @param content what is sealed
 */
public record Sealing<T>(RecordKind<T> kind, UUID id, SubjectId subject, LocalDate endsOn, T content) {

    /** The content as bytes. */
    public byte[] written() {
        return kind.write(content);
    }

    /** By what it can be found. */
    public List<Term> terms() {
        return kind.terms(content);
    }

    @Override
    public String toString() {
        return "Sealing[" + kind.name() + " " + id + " until " + endsOn + "]";
    }
}
