package app.counterfoil.vault.check;

import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something sealed that is not as it should be: it does not open though nothing has ended it, or could be opened though
 * its day has come. Names ids only.
 *
 * @param purpose the purpose it is held for
 * @param what the kind of the record, or which kind of secret it is
 * @param id the record, or whose secret it is
 * @param endsOn the first day on which it cannot be opened; of a secret without a day of its own, the day of the check
 * @param why what is wrong with it
 */
public record RecordFlaw(Purpose purpose, String what, UUID id, LocalDate endsOn, Why why) {

    /** What can be wrong. */
    public enum Why {
        /** There is a record, and no row for the secret of its subject, living or destroyed. */
        NO_SUBJECT_SECRET("the secret of its data subject is missing, and no end of it is written", false),
        /** There is a record, and no row for the secret of its day. */
        NO_DAY_SECRET("the secret of its day is missing, and no end of it is written", false),
        /** The key that its subject's secret is wrapped under is gone. */
        NO_GROUP_KEY("the key that its data subject's secret is under is missing", false),
        /** The key outside the database is gone. */
        NO_EPOCH_KEY("it is under a key that is not in the key folder", false),
        /** Its bytes, its place or its secrets are not those it was sealed under. */
        DOES_NOT_OPEN("it does not open: its bytes, its place or its secret were changed", false),
        /** Its secret was not destroyed when its day came. */
        OUTLIVED_ITS_DAY("its day has come and its secret is still there", true);

        private final String sentence;
        private final boolean readable;

        Why(String sentence, boolean readable) {
            this.sentence = sentence;
            this.readable = readable;
        }

        /** What is wrong, as the end of a sentence. */
        public String sentence() {
            return sentence;
        }

        /** Whether it can be read longer than it should, rather than not at all. */
        public boolean isReadable() {
            return readable;
        }
    }
}
