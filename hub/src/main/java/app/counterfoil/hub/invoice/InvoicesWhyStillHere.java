package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.retention.WhyStillHere;
import app.counterfoil.vault.Purpose;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of an invoice, by its number, why the customer whom it names is here, or when that ended. */
@Component
@Order(2)
class InvoicesWhyStillHere implements WhyStillHere {

    private final Invoices invoices;
    private final BusinessClock clock;

    InvoicesWhyStillHere(Invoices invoices, BusinessClock clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    public List<Answer> about(SellerId seller, String asked) {
        return invoices.numbered(seller, asked).stream().map(this::answer).toList();
    }

    private Answer answer(Invoice invoice) {
        var what = "Customer named on invoice " + invoice.number();
        var rule = Purpose.TAX_RECORD.inOrder() + ": " + Purpose.TAX_RECORD.lifeInWords() + ".";
        return invoice.partyEndsOn()
                .map(end -> end.isAfter(clock.today())
                        ? new Answer(what, "It is here until " + Written.day(end) + ", held " + rule, true)
                        : new Answer(what, "It ended on " + Written.day(end) + "; it was held " + rule, false))
                .orElseGet(() -> new Answer(
                        what,
                        "It names no customer: a simplified invoice needs none, and none was ever kept with it.",
                        false));
    }
}
