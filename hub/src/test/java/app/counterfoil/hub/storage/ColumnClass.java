package app.counterfoil.hub.storage;

import java.util.Locale;

/** The kinds of things a column can hold; there is none for readable personal data. */
enum ColumnClass {
    /** Nothing about a person. */
    FACT,
    /** An identifier of ours. */
    ID,
    /** An identifier that somebody outside gave, such as a channel's order number. */
    PSEUDONYM,
    /** Content that only the key of its purpose opens. */
    SEALED,
    /** Blind search tokens. */
    TOKEN,
    /** A wrapped key, or the hash of a password. */
    SECRET;

    static ColumnClass of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
