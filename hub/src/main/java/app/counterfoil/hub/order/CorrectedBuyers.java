package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose buyers were put right on their own request, and the marks of what their channels had told before. */
@Component
class CorrectedBuyers {

    private final Custody custody;
    private final PutByPerson corrected;

    CorrectedBuyers(JdbcClient db, Custody custody) {
        this.custody = custody;
        this.corrected = new PutByPerson(db, custody, PutByPerson.Part.BUYER, ToldMark.OF_BUYER);
    }

    /** Those of the orders whose buyer was put right. */
    Set<OrderId> among(SellerId seller, Collection<OrderId> orders) {
        return corrected.among(seller, orders);
    }

    /** Carries the marks of what the channels had told on, like the orders' own records. */
    void carryOn(SellerId seller, Opening opening, Collection<RecordRef> orders, LocalDate end) {
        corrected.carryOn(seller, opening, orders, end);
    }

    /** The orders that keep their buyer although the channel tells one. The others follow their channel from now on. */
    Set<OrderId> kept(SellerId seller, Map<OrderFacts, Buyer> told) {
        var opening = new Opening(HubJob.INTAKE, Purpose.SERVICE, "CHANNEL_EDIT");
        return corrected.kept(seller, told, refs -> {
            var marks = custody.in(seller, vault -> vault.open(opening, ToldMark.OF_BUYER, refs));
            return (order, buyer) -> Optional.ofNullable(marks.get(order))
                    .flatMap(Outcome::opened)
                    .filter(mark -> !mark.fits(Buyer.KIND, buyer))
                    .isPresent();
        });
    }
}
