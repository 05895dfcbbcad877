package app.counterfoil.vault;

/** What people can be found by. Each is matched whole, never by a part. */
public enum SearchField {
    /** An e-mail address. */
    EMAIL,
    /** A phone number in E.164 form. */
    PHONE,
    /** A whole postcode. */
    POSTCODE,
    /** The outward half of a British postcode. */
    OUTWARD_POSTCODE,
    /** One word of a name. */
    NAME_WORD,
    /** The name somebody uses on a channel. */
    CHANNEL_USER
}
