package app.counterfoil.vault.secrets;

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
            """,
            """
            SELECT purpose, expires_on AS day, epoch, wrapped
              FROM vault_bucket_secret
             WHERE seller_id = ? AND epoch < ? AND wrapped IS NOT NULL AND (purpose, expires_on) > (?, ?)
             ORDER BY purpose, expires_on
             LIMIT ?
               FOR UPDATE
            """,
            """
            UPDATE vault_bucket_secret key
               SET epoch = ?, wrapped = fresh.wrapped
              FROM unnest(?::text[], ?::date[], ?::bytea[]) AS fresh (purpose, day, wrapped)
             WHERE key.seller_id = ? AND key.purpose = fresh.purpose AND key.expires_on = fresh.day
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
            """,
            """
            SELECT purpose, month AS day, epoch, wrapped
              FROM vault_index_key
             WHERE seller_id = ? AND epoch < ? AND (purpose, month) > (?, ?)
             ORDER BY purpose, month
             LIMIT ?
               FOR UPDATE
            """,
            """
            UPDATE vault_index_key key
               SET epoch = ?, wrapped = fresh.wrapped
              FROM unnest(?::text[], ?::date[], ?::bytea[]) AS fresh (purpose, day, wrapped)
             WHERE key.seller_id = ? AND key.purpose = fresh.purpose AND key.month = fresh.day
            """);

    private final String label;
    private final String add;
    private final String read;
    private final String old;
    private final String wrap;

    DatedSecretTable(String label, String add, String read, String old, String wrap) {
        this.label = label;
        this.add = add;
        this.read = read;
        this.old = old;
        this.wrap = wrap;
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

    /** Locks living secrets of earlier epochs behind a place. Parameters: seller, epoch, purpose, day, how many at most. */
    String old() {
        return old;
    }

    /** Stores secrets under a new epoch. Parameters: epoch, purposes, days, wrapped secrets, seller. */
    String wrap() {
        return wrap;
    }
}
