package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** The schemes in which VAT of all member states is declared in one return. Stored by its name. */
public enum OneStopShop {
    /**
     * Goods from Northern Ireland or a member state to consumers in others (Directive 2006/112/EC Art 369a to 369k).
     */
    UNION("One Stop Shop", "union", VatTreatment.ONE_STOP_SHOP, 3),
    /** Parcels of a small value from outside (Art 369l to 369x). */
    IMPORT("Import One Stop Shop", "import", VatTreatment.IMPORT_ONE_STOP_SHOP, 1);

    /** Both began on this day (Directive (EU) 2017/2455, as postponed). */
    static final LocalDate BEGAN = LocalDate.of(2021, 7, 1);

    private final String title;
    private final String path;
    private final VatTreatment treatment;
    private final int months;

    OneStopShop(String title, String path, VatTreatment treatment, int months) {
        this.title = title;
        this.path = path;
        this.treatment = treatment;
        this.months = months;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** How it is called in the address of a page. */
    public String path() {
        return path;
    }

    /** The scheme that is called so in the address of a page. */
    public static Optional<OneStopShop> called(String path) {
        return Arrays.stream(values()).filter(each -> each.path.equals(path)).findFirst();
    }

    /** How often a return is due, in words. */
    public String rhythm() {
        return months == 1 ? "every calendar month" : "every calendar quarter";
    }

    /** Whether the tax period tells of each line where the goods set out from. */
    public boolean tellsDispatch() {
        return this == UNION;
    }

    VatTreatment treatment() {
        return treatment;
    }

    int months() {
        return months;
    }

    boolean isIn(VatStandings.Said said) {
        return switch (this) {
            case UNION -> said.distanceSales() == DistanceSales.ONE_STOP_SHOP;
            case IMPORT -> said.importOneStopShop();
        };
    }

    /** The tax period of a day: the calendar quarter (Art 369f), or the calendar month (Art 369s). */
    public TaxPeriod periodOf(LocalDate day) {
        var month = (day.getMonthValue() - 1) / months * months + 1;
        return new TaxPeriod(this, LocalDate.of(day.getYear(), month, 1));
    }
}
