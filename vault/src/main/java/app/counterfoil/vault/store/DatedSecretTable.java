package app.counterfoil.vault.store;

/** The two tables that hold secrets of a day. */
enum DatedSecretTable {
    /** Bucket secrets, by the day on which the records end. */
    BUCKET(
            "bucket secret",
            """
            INSERT INTO vault_bucket_secret (seller_id, purpose, expires_on, epoch, wrapped)
            SELECT ?, slot.purpose, slot.day, ?, slot.wrapped
              FROM unnest(?::text[], ?::date[], ?::bytea[]) AS slot (purpose, day, wrapped)
            ON CONFLICT DO NOTHING
            """,
            """
            SELECT key.purpose, key.expires_on AS day, key.epoch, key.wrapped
              FROM vault_bucket_secret key
              JOIN unnest(?::text[], ?::date[]) AS slot (purpose, day)
                ON key.purpose = slot.purpose AND key.expires_on = slot.day
             WHERE key.seller_id = ? AND key.wrapped IS NOT NULL
            """),
    /** Index keys, by the month in which the records end. */
    INDEX(
            "index key",
            """
            INSERT INTO vault_index_key (seller_id, purpose, month, epoch, wrapped)
            SELECT ?, slot.purpose, slot.day, ?, slot.wrapped
              FROM unnest(?::text[], ?::date[], ?::bytea[]) AS slot (purpose, day, wrapped)
            ON CONFLICT DO NOTHING
            """,
            """
            SELECT key.purpose, key.month AS day, key.epoch, key.wrapped
              FROM vault_index_key key
              JOIN unnest(?::text[], ?::date[]) AS slot (purpose, day)
                ON key.purpose = slot.purpose AND key.month = slot.day
             WHERE key.seller_id = ?
            """);

    private final String label;
    private final String add;
    private final String read;

    DatedSecretTable(String label, String add, String read) {
        this.label = label;
        this.add = add;
        this.read = read;
    }

    /** What the wrapping is bound to, beside seller, purpose and day. */
    String label() {
        return label;
    }

    /** Adds missing secrets. Parameters: seller, epoch, purposes, days, wrapped secrets. */
    String add() {
        return add;
    }

    /** Reads living secrets. Parameters: purposes, days, seller. */
    String read() {
        return read;
    }
}
