package app.counterfoil.hub.disclosure;

/** A place lent to whoever knows recipients: the ledger and its refusals know their codes alone. */
public interface NamesRecipients {

    /** The name people know, such as {@code Royal Mail}; the code itself where nobody knows it any more. */
    String nameOf(String recipient);
}
