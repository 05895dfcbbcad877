package app.counterfoil.vault;

import java.util.UUID;

/** Names one data subject as a seller met them: random, and worthless without the sealed records it leads to. */
public record SubjectId(UUID value) {

    /** A new subject. */
    public static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
