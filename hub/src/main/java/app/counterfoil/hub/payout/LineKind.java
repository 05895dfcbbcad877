package app.counterfoil.hub.payout;

/** What a line of a settlement is, in the order of the page. Stored by its name. */
public enum LineKind {
    /** What was ordered. */
    GOODS("Goods", Group.SALES),
    /** What was charged for delivery. */
    DELIVERY("Delivery", Group.SALES),
    /** VAT and other tax that the buyer has paid beside the price. */
    TAX("Tax charged to buyers", Group.SALES),
    /** Gift wrap and the like. */
    OTHER_CHARGE("What else was charged", Group.SALES),
    /** What was taken off the price. */
    PROMOTION("Promotions", Group.SALES),
    /** What was paid back to buyers. */
    REFUND("Refunds to buyers", Group.REFUNDS),
    /** What the channel takes for a sale. */
    SELLING_FEE("Selling fees", Group.FEES),
    /** What it takes for storage, sending and postage. */
    FULFILMENT_FEE("Fulfilment, storage and postage", Group.FEES),
    /** What it takes for advertising. */
    ADVERTISING_FEE("Advertising", Group.FEES),
    /** Subscriptions and the like. */
    OTHER_FEE("Other fees", Group.FEES),
    /** Tax that the channel pays to the tax office itself. */
    WITHHELD_TAX("Tax the channel accounts for", Group.WITHHELD),
    /** What was lost or damaged and is made good, and corrections. */
    ADJUSTMENT("Reimbursements and corrections", Group.ADJUSTMENTS),
    /** What is held back until later, and what is released. */
    RESERVE("Held back and released", Group.RESERVE),
    /** What moved between the seller's bank and the channel beside the payout. */
    TRANSFER("Transfers and charges", Group.TRANSFERS),
    /** The hub knows no such line; it counts all the same. */
    UNKNOWN("Not known to the hub", Group.UNKNOWN);

    /** What lines are put together under, in the order of the page. */
    public enum Group {
        /** What buyers have paid. */
        SALES("Sales"),
        /** What they were given back. */
        REFUNDS("Refunds"),
        /** What the channel has taken. */
        FEES("Fees"),
        /** What it pays on as tax. */
        WITHHELD("Tax the channel accounts for"),
        /** What it has made good. */
        ADJUSTMENTS("Reimbursements and corrections"),
        /** What it keeps for now. */
        RESERVE("Held back and released"),
        /** What moved beside the payout. */
        TRANSFERS("Transfers and charges"),
        /** What is not known. */
        UNKNOWN("Not known to the hub");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** How people call it. */
        public String title() {
            return title;
        }
    }

    private final String title;
    private final Group group;

    LineKind(String title, Group group) {
        this.title = title;
        this.group = group;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** What it is put together under. */
    public Group group() {
        return group;
    }

    /** Whether it is part of what the buyer of an order has paid. */
    boolean isPaid() {
        return group == Group.SALES;
    }
}
