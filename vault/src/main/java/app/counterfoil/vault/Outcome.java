package app.counterfoil.vault;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What came of asking for one record. Only {@link Opened} holds content; every other outcome says why there is none,
 * so that no screen is ever empty without a reason.
 *
 * @param <T> the opened content
 */
public sealed interface Outcome<T> {

    /**
     * The record was opened and the opening journalled.
     *
     * @param content the opened content
     * @param subject whom it is about
     * @param endsOn the first day on which it can no longer be opened
     */
    record Opened<T>(T content, SubjectId subject, LocalDate endsOn) implements Outcome<T> {
        @Override
        public String toString() {
            return "Opened[hidden, endsOn=" + endsOn + "]";
        }
    }

    /**
     * Its day has come: it ended by the retention rule of its purpose.
     *
     * @param on the first day on which it could no longer be opened
     */
    record Ended<T>(LocalDate on) implements Outcome<T> {}

    /**
     * The person's secret was destroyed before its day, by an act.
     *
     * @param on the day of the act
     * @param rule why, as a code
     */
    record Forgotten<T>(LocalDate on, String rule) implements Outcome<T> {}

    /** The person has had the use of the data restricted (Art 18); this purpose may not open it. */
    record Restricted<T>() implements Outcome<T> {}

    /** There is no such record, and none is remembered. */
    record Missing<T>() implements Outcome<T> {}

    /**
     * The stored bytes are not what was sealed (moved, altered or under other keys), or not what the kind can read.
     * Nothing of them is shown.
     */
    record Damaged<T>() implements Outcome<T> {}

    /** The content, if it could be opened. */
    default Optional<T> opened() {
        return this instanceof Opened<T> whole ? Optional.of(whole.content()) : Optional.empty();
    }
}
