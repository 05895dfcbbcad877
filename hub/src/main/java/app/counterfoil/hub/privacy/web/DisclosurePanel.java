package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import app.counterfoil.hub.shell.Shown;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells on the order's page who received what of its people's data, to those who answer for it. */
@Component
class DisclosurePanel implements OrderPanel {

    private final Disclosures disclosures;
    private final May may;
    private final Shown shown;
    private final NamesRecipients names;

    DisclosurePanel(Disclosures disclosures, May may, Shown shown, NamesRecipients names) {
        this.disclosures = disclosures;
        this.may = may;
        this.shown = shown;
        this.names = names;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        if (!may.open(DisclosuresPage.PATH)) {
            return new Box("Handed over", List.of(), List.of());
        }
        var facts = disclosures.ofOrder(reader.seller(), order.id().value()).stream()
                .map(entry -> new Fact(
                        names.nameOf(entry.what().recipient()),
                        DataCategory.inWords(entry.what().categories()) + "; "
                                + entry.what().act().title().toLowerCase(Locale.ROOT) + " "
                                + shown.moment(entry.at())))
                .toList();
        return new Box("Handed over", facts, List.of());
    }

    @Override
    public int position() {
        return 80;
    }
}
