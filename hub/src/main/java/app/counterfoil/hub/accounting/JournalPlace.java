package app.counterfoil.hub.accounting;

import java.util.Arrays;
import java.util.List;

/**
 * An account of the journal in files, with a code that is proposed: those that are usual in charts of the United Kingdom, as the
 * nominal ledgers of its accounting programs have them. Stored by its name.
 */
public enum JournalPlace {
    /** What customers owe, until payouts are entered against it. */
    DEBTORS("1100", "Trade debtors", Group.SALES, true),
    /** Goods. */
    SALES("4000", "Goods sold", Group.SALES, false),
    /** Delivery. */
    DELIVERY("4905", "Delivery charged", Group.SALES, false),
    /** Discounts and the rest. */
    OTHER("4009", "Discounts, and what else was charged", Group.SALES, false),
    /** VAT that goes into the return here. */
    VAT("2200", "VAT on sales", Group.SALES, true),
    /** VAT of other states. */
    VAT_ABROAD("2210", "VAT of other member states, owed there", Group.SALES, true),
    /** What a channel has paid out, until it stands on a statement of the bank. */
    PAYOUTS("1250", "Paid out by channels", Group.PAYOUTS, true),
    /** What a channel keeps for now. */
    HELD_BACK("1105", "Held back by channels", Group.PAYOUTS, true),
    /** Tax that a channel has taken off what it pays out, and pays on. */
    WITHHELD_TAX("2220", "Tax that channels account for", Group.PAYOUTS, true),
    /** Commissions. */
    SELLING_FEES("6100", "Selling fees", Group.PAYOUTS, false),
    /** Storage, sending, postage bought. */
    FULFILMENT_FEES("5100", "Fulfilment, storage and postage", Group.PAYOUTS, false),
    /** Advertising. */
    ADVERTISING("6201", "Advertising", Group.PAYOUTS, false),
    /** Subscriptions and the like. */
    OTHER_FEES("6900", "Other fees", Group.PAYOUTS, false),
    /** What a channel has made good. */
    REIMBURSED("4900", "Reimbursements and corrections", Group.PAYOUTS, false),
    /** What is not known, until somebody has said what it is. */
    SUSPENSE("9998", "Not known yet", Group.PAYOUTS, true);

    /** What it is for. */
    private enum Group {
        SALES,
        PAYOUTS
    }

    private final String proposal;
    private final String title;
    private final Group group;
    private final boolean alone;

    JournalPlace(String proposal, String title, Group group, boolean alone) {
        this.proposal = proposal;
        this.title = title;
        this.group = group;
        this.alone = alone;
    }

    /** Those that documents of sales go to. */
    public static List<JournalPlace> ofSales() {
        return Arrays.stream(values())
                .filter(place -> place.group == Group.SALES)
                .toList();
    }

    /** Those that settlements go to, beside what customers owe. */
    public static List<JournalPlace> ofPayouts() {
        return Arrays.stream(values())
                .filter(place -> place.group == Group.PAYOUTS)
                .toList();
    }

    /** The code that is proposed. */
    public String proposal() {
        return proposal;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Whether no other place may have its code: it is something that is owed or owned, and has to come to nought by itself. */
    boolean isAlone() {
        return alone;
    }
}
