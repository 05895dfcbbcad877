package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders go where a person has typed, and what their channels had told before. */
@Component
class TypedRecipients {

    private final Custody custody;
    private final PutByPerson typed;

    TypedRecipients(JdbcClient db, Custody custody) {
        this.custody = custody;
        this.typed = new PutByPerson(db, custody, PutByPerson.Part.ADDRESS, Recipient.TOLD, ToldMark.OF_RECIPIENT);
    }

    /** Those of the orders whose address a person has typed. */
    Set<OrderId> among(SellerId seller, Collection<OrderId> orders) {
        return typed.among(seller, orders);
    }

    /** Keeps what the channel had told, as long as the order's own records live. */
    void keep(SellerId seller, Opening opening, OrderFacts order, LocalDate end, Recipient told) {
        custody.in(
                seller,
                vault -> vault.replace(
                        opening,
                        Recipient.TOLD,
                        List.of(new Sealing<>(Recipient.TOLD, order.id().value(), order.subject(), end, told))));
    }

    /** Carries what the channels had told, or the mark of it, on like the orders' own records. */
    void carryOn(SellerId seller, Opening opening, Collection<RecordRef> orders, LocalDate end) {
        typed.carryOn(seller, opening, orders, end);
    }

    /**
     * The orders that keep their typed address although the channel tells one: it tells what it told before, or what it
     * had told is not known any more. The others of them follow their channel from now on.
     */
    Set<OrderId> kept(SellerId seller, Map<OrderFacts, Recipient> told) {
        var opening = new Opening(HubJob.INTAKE, Purpose.DELIVERY, "CHANNEL_EDIT");
        return typed.kept(seller, told, refs -> {
            var before = custody.in(seller, vault -> vault.open(opening, Recipient.TOLD, refs));
            var marks = custody.in(seller, vault -> vault.open(opening, ToldMark.OF_RECIPIENT, refs));
            return (order, recipient) -> isNewer(opened(before.get(order)), opened(marks.get(order)), recipient);
        });
    }

    private static boolean isNewer(Optional<Recipient> before, Optional<ToldMark> mark, Recipient told) {
        return before.filter(each -> !each.equals(Recipient.BLANK))
                .map(each -> !each.equals(told))
                .orElseGet(() ->
                        mark.filter(each -> !each.fits(Recipient.KIND, told)).isPresent());
    }

    private static <T> Optional<T> opened(@Nullable Outcome<T> outcome) {
        return Optional.ofNullable(outcome).flatMap(Outcome::opened);
    }
}
