package app.counterfoil.vault.store;

/** The tables in which sealed records and what they open with stand, for whoever reads a copy of them. */
public enum SealedTables {
    /** The sealed records. */
    RECORDS("vault_record"),
    /** The secrets of data subjects, each under the key of its group. */
    SUBJECTS("vault_subject_secret"),
    /** The keys of groups, each under that of an epoch. */
    GROUPS("vault_group_key"),
    /** The secrets of days, each under the key of an epoch. */
    DAYS("vault_bucket_secret");

    private final String table;

    SealedTables(String table) {
        this.table = table;
    }

    /** The name of the table. */
    public String table() {
        return table;
    }
}
