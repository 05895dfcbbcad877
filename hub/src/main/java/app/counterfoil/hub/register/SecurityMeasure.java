package app.counterfoil.hub.register;

import java.util.List;

/**
 * A technical or organisational measure that protects the data (Art 30(1)(g), Art 32), and the tests that would fail if it
 * were not there. {@code docs/GUARANTEES.md} says where each ends.
 */
public enum SecurityMeasure {
    /** Encryption of each record. */
    TWO_SECRETS(
            "Every record is encrypted for itself, under two secrets: one of the person and one of its last day.",
            "RecordSealTest",
            "AdversaryTest"),
    /** Erasure that lasts. */
    FORGETTING(
            "What is forgotten or has ended opens nowhere any more, and no older backup brings it back.",
            "ForgettingTest",
            "ErasedStaysErasedTest"),
    /** Keys apart from the data. */
    KEYS_APART(
            "The keys are outside the database, in files of their own or in a key service, and are renewed every night.",
            "EpochTurnTest",
            "TransitRootKeyTest"),
    /** Every look is written down. */
    JOURNAL(
            "Every opening is written into a signed journal first: who, for which purpose, why. What is changed in it is found.",
            "TamperedJournalTest"),
    /** Sellers apart. */
    SELLERS_APART(
            "The database itself keeps each seller's rows apart from all others (forced row level security).",
            "TwoShopsTest",
            "CatalogueTest"),
    /** Roles by purpose. */
    ROLES(
            "A role opens what its purposes need, and nothing else; what matters asks for the password once more.",
            "WhoMayDoWhatTest",
            "PasswordOnceMoreTest"),
    /** Nothing in clear. */
    NOTHING_IN_CLEAR(
            "No name is written down unsealed: not in the database, its log, the program's log, backups or exports.",
            "NothingLeaksTest",
            "PersonalStaysInTest"),
    /** The way out. */
    ONE_WAY_OUT(
            "Nothing personal leaves without an agreement on file, and each hand-over is written down before it leaves.",
            "AgreedRecipientsTest",
            "DisclosedParcelsTest"),
    /** Backups. */
    BACKUPS(
            "Backups are encrypted, checked when they are made, and refused if a byte of them was changed.",
            "BackupFileTest",
            "RestoredInstallationTest"),
    /** Standing up again. */
    AVAILABILITY(
            "After a stop anywhere nothing is lost, nothing is there twice, and nothing forgotten is back.",
            "CrashPointsTest",
            "EveryFailureTest");

    private final String control;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> proof;

    SecurityMeasure(String control, String... proof) {
        this.control = control;
        this.proof = List.of(proof);
    }

    /** What is done, in a sentence. */
    public String control() {
        return control;
    }

    /** The tests that prove it, by name. */
    public List<String> proof() {
        return proof;
    }
}
