package app.counterfoil.bench.adversary;

/** Ways to break the construction by hand, so that the adversary's trial is seen to find each. */
public enum Sabotage {
    /** The construction as it is. */
    NONE,
    /** A group that has lost a member keeps its key. */
    GROUP_KEEPS_ITS_KEY,
    /** Epoch keys are never destroyed. */
    EPOCH_KEYS_STAY,
    /** Versions of the root key are never destroyed, so that a copy of the ring brings epoch keys back. */
    ROOT_VERSIONS_STAY,
    /** Forgetting removes the rows and leaves the subject's secret. */
    SUBJECT_SECRET_STAYS,
    /** Ending a day removes the rows and leaves the day's secret. */
    BUCKET_SECRET_STAYS
}
