package app.counterfoil.hub.vatreturn;

import java.util.Arrays;
import java.util.Optional;

/** A box of the VAT return (VAT Regulations 1995, Sch. 1 form 4), and what HMRC's VAT API calls it. */
public enum Box {
    /** Output tax. */
    ONE("VAT due on sales and other outputs", "vatDueSales"),
    /** Goods from the European Union to Northern Ireland. */
    TWO("VAT due on goods acquired from the EU in Northern Ireland", "vatDueAcquisitions"),
    /** Box 1 and box 2. */
    THREE("Total VAT due", "totalVatDue"),
    /** Input tax. */
    FOUR("VAT reclaimed on purchases and other inputs", "vatReclaimedCurrPeriod"),
    /** The difference of boxes 3 and 4, never below nought. */
    FIVE("Net VAT to pay or reclaim", "netVatDue"),
    /** Outputs. */
    SIX("Total value of sales, without VAT", "totalValueSalesExVAT"),
    /** Inputs. */
    SEVEN("Total value of purchases, without VAT", "totalValuePurchasesExVAT"),
    /** Goods from Northern Ireland to the European Union. */
    EIGHT("Value of goods supplied from Northern Ireland to the EU", "totalValueGoodsSuppliedExVAT"),
    /** Goods from the European Union to Northern Ireland. */
    NINE("Value of goods acquired from the EU in Northern Ireland", "totalAcquisitionsExVAT");

    private final String title;
    private final String field;

    Box(String title, String field) {
        this.title = title;
        this.field = field;
    }

    /** The box of that number; empty if there is none. */
    public static Optional<Box> numbered(int number) {
        return Arrays.stream(values()).filter(box -> box.number() == number).findFirst();
    }

    /** Its number on the return. */
    public int number() {
        return ordinal() + 1;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Its name in HMRC's VAT API. */
    public String field() {
        return field;
    }

    /** Whether it holds whole pounds: pence are left out of boxes 6 to 9. */
    public boolean isWholePounds() {
        return number() >= 6;
    }
}
