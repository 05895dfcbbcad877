package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Refusal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Something that was typed or imported as a purchase cannot be one. */
public final class NotAPurchase extends Refusal {

    private static final Pattern REFERENCE = Pattern.compile("(?=.*[0-9])[0-9A-Za-z/._#-]{1,40}");
    private static final LocalDate EARLIEST = LocalDate.of(2019, 4, 1);
    private static final long MOST = 1_000_000_000_00L;

    NotAPurchase(String wrong, String mend) {
        super(wrong, mend);
    }

    static void refuseUnfit(Purchase purchase, LocalDate today) {
        if (!REFERENCE.matcher(purchase.reference()).matches()) {
            throw new NotAPurchase(
                    "Number of the document: this is none.",
                    "Write the number that stands on it, without blanks: letters, digits, and / . _ # -. No names.");
        }
        refuseDay("Day", purchase.day(), today);
        purchase.paidOn().ifPresent(day -> refuseDay("Paid on", day, today));
        var net = purchase.net().minor();
        var vat = purchase.vat().minor();
        if (Math.abs(net) > MOST || Math.abs(vat) > MOST || (net == 0 && vat == 0)) {
            throw new NotAPurchase(
                    "Net and VAT: both are nought, or one is above a thousand million pounds.", "Write what is owed.");
        }
        var adjusts = purchase.kind() == PurchaseKind.TO_SALES || purchase.kind() == PurchaseKind.TO_PURCHASES;
        if (!adjusts && ((net > 0 && vat < 0) || (net < 0 && vat > 0))) {
            throw new NotAPurchase(
                    "Net and VAT: one is above nought and the other below.", "A credit note has both below nought.");
        }
    }

    private static void refuseDay(String which, LocalDate day, LocalDate today) {
        if (day.isBefore(EARLIEST) || day.isAfter(today)) {
            throw new NotAPurchase(
                    which + ": this day lies ahead, or before April 2019.",
                    "Write the day that stands on the document.");
        }
    }
}
