package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.rights.HeldOnRequester;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files in which a requester stands: what was made of their orders, for whom, and how often it was downloaded. */
@Component
class FilesOfRequest {

    private final Copies copies;
    private final NamesRecipients names;
    private final BusinessClock clock;

    FilesOfRequest(Copies copies, NamesRecipients names, BusinessClock clock) {
        this.copies = copies;
        this.names = names;
        this.clock = clock;
    }

    /** A file as the page shows it. */
    public record Row(Copy copy, String recipient, String state, int downloads) {}

    List<Row> naming(SignedIn me, List<HeldOnRequester.OfOrder> held) {
        var orders = held.stream().map(each -> each.order().id().value()).toList();
        return copies.naming(me.seller(), orders).values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .sorted(Comparator.comparingInt(Copy::number).reversed())
                .map(copy -> new Row(
                        copy,
                        names.nameOf(copy.recipient()),
                        copy.stateOn(clock.today()),
                        copies.fetches(me.seller(), copy.id()).size()))
                .toList();
    }
}
