package app.counterfoil.hub.letter;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Personal;
import java.util.List;

/** A place lent to whoever knows where a shop reads the answers to its letters: they go out from the installation's address. */
public interface AnswersGoTo {

    /** What may be an address for answers, the best first; letters take the first that is one. */
    List<Personal<String>> addresses(SellerId seller);
}
