package app.counterfoil.hub.accounting;

import java.util.List;

/** How sales are entered into the books. Stored by its name. */
public enum EntryWay {
    /** All of a day in one entry, which names nobody. */
    SUMMARY("One summary a day", "The sums of all invoices of the day. It names nobody and tells of no single order."),
    /** Each invoice for itself. */
    EACH(
            "Each invoice",
            "One entry for each invoice, with its sums; of a full invoice the customer's name and address as well."
                    + " Choose it only if your accountant needs it."),
    /** What a channel has paid out: a credit of what customers owed, under the accounts of payout and fees. */
    SETTLEMENT("A settlement", "What a channel has collected and taken off. It names nobody.");

    private final String title;
    private final String meaning;

    EntryWay(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** In which sales can be entered. */
    public static List<EntryWay> ofSales() {
        return List.of(SUMMARY, EACH);
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** What it means for whom it is about, in sentences. */
    public String meaning() {
        return meaning;
    }
}
