package app.counterfoil.hub.order;

import app.counterfoil.hub.seller.SignedIn;
import java.util.List;

/** A place on the order page, lent to later modules: a box with facts and things that can be done. */
public interface OrderPanel {

    /** The box for this order and reader; empty lists show nothing. */
    Box box(SignedIn reader, OrderFacts order);

    /** Boxes with smaller numbers stand higher. */
    int position();

    /**
     * A box.
     *
     * @param title its heading
     * @param facts what it tells, each as a label and a text without anything personal
     * @param actions what can be done
     */
    record Box(String title, List<Fact> facts, List<Action> actions) {}

    /** A fact. */
    record Fact(String label, String text) {}

    /**
     * Something that can be done: a link, or a button that posts.
     *
     * @param label the words on it
     * @param path where it leads
     * @param posts whether it changes something
     */
    record Action(String label, String path, boolean posts) {}
}
