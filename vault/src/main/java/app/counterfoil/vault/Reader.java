package app.counterfoil.vault;

import java.util.UUID;

/** Who asks for a record to be opened: a person who has signed in, or a job of the hub that works for the seller. */
public interface Reader {

    /** The id that stands in the access journal. */
    UUID id();

    /** Whether the reader's role carries the purpose; a purpose it does not carry is never opened. */
    boolean carries(Purpose purpose);
}
