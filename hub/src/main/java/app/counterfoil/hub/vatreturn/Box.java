package app.counterfoil.hub.vatreturn;

import java.util.Arrays;
import java.util.Optional;

/** A box of the VAT return (VAT Regulations 1995, Sch. 1 form 4), and what HMRC's VAT API calls it. */
public enum Box {
    /** Output tax. */
    ONE(1, "VAT due on sales and other outputs", "vatDueSales"),
    /** Goods from the European Union to Northern Ireland. */
    TWO(2, "VAT due on goods acquired from the EU in Northern Ireland", "vatDueAcquisitions"),
    /** Box 1 and box 2. */
    THREE(3, "Total VAT due", "totalVatDue"),
    /** Input tax. */
    FOUR(4, "VAT reclaimed on purchases and other inputs", "vatReclaimedCurrPeriod"),
    /** The difference of boxes 3 and 4, never below nought. */
    FIVE(5, "Net VAT to pay or reclaim", "netVatDue"),
    /** Outputs. */
    SIX(6, "Total value of sales, without VAT", "totalValueSalesExVAT"),
    /** Inputs. */
    SEVEN(7, "Total value of purchases, without VAT", "totalValuePurchasesExVAT"),
    /** Goods from Northern Ireland to the European Union. */
    EIGHT(8, "Value of goods supplied from Northern Ireland to the EU", "totalValueGoodsSuppliedExVAT"),
    /** Goods from the European Union to Northern Ireland. */
    NINE(9, "Value of goods acquired from the EU in Northern Ireland", "totalAcquisitionsExVAT");

    private final int number;
    private final String title;
    private final String field;

    Box(int number, String title, String field) {
        this.number = number;
        this.title = title;
        this.field = field;
    }

    /** The box of that number; empty if there is none. */
    public static Optional<Box> numbered(int number) {
        return Arrays.stream(values()).filter(box -> box.number() == number).findFirst();
    }

    /** Its number on the return. */
    public int number() {
        return number;
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
        return number >= 6;
    }
}
