package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.store.OwnRequest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts right what is held on an order's people, because they have asked for it (Art 16). What was wrong is sealed over and
 * kept nowhere; a mark of it keeps a channel that repeats it from bringing it back. It lives exactly as long as before, and
 * a label that was made of it and has not left is void.
 */
@Component
public class CorrectPeople {

    private final SellerTransactions transactions;
    private final Orders orders;
    private final KnownOrders known;
    private final TypedRecipients typed;
    private final CorrectedBuyers corrected;
    private final Timeline timeline;
    private final Custody custody;
    private final ApplicationEventPublisher events;

    CorrectPeople(
            SellerTransactions transactions,
            Orders orders,
            KnownOrders known,
            TypedRecipients typed,
            CorrectedBuyers corrected,
            Timeline timeline,
            Custody custody,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.orders = orders;
        this.known = known;
        this.typed = typed;
        this.corrected = corrected;
        this.timeline = timeline;
        this.custody = custody;
        this.events = events;
    }

    /**
     * An order's people. Personal: it does not print.
     *
     * @param recipient whom it goes to; empty where that cannot be opened any more
     * @param buyer who bought it; empty where that cannot be opened any more
     * @param changes how often they were changed so far, by which it is seen whether somebody was faster
     */
    public record People(Optional<Recipient> recipient, Optional<Buyer> buyer, long changes) {
        @Override
        public String toString() {
            return "People[hidden]";
        }
    }

    /** What is held now, opened for a request of the person's own; it stands in the journal. */
    public People present(SellerId seller, Opening opening, OrderId id) {
        return transactions.in(seller, () -> {
            var held = held(seller, opening, one(seller, id));
            return new People(held.recipient().opened(), held.buyer().opened(), changes(seller, id));
        });
    }

    /**
     * Seals what is right in the place of what is held, and reads it back.
     *
     * @param right the people as they are to be; a part that is empty stays as it is
     * @return what was changed
     * @throws NothingToCorrect if nothing differs from what is held, or what is to be put right has ended
     * @throws FasterColleague if they were changed since they were looked at
     */
    public Set<PersonField> correct(SellerId seller, Opening opening, OrderId id, People right) {
        return transactions.in(seller, () -> {
            known.lock(seller, List.of(id));
            var order = one(seller, id);
            if (changes(seller, id) != right.changes()) {
                throw new FasterColleague();
            }
            var held = held(seller, opening, order);
            var fields = EnumSet.noneOf(PersonField.class);
            right.recipient().ifPresent(each -> fields.addAll(recipient(seller, opening, order, held, each)));
            right.buyer().ifPresent(each -> fields.addAll(buyer(seller, opening, order, held, each)));
            if (fields.isEmpty()) {
                throw new NothingToCorrect();
            }
            note(seller, opening, order, fields, right);
            return fields;
        });
    }

    private record Held(Outcome<Recipient> recipient, Outcome<Recipient> told, Outcome<Buyer> buyer) {
        @Override
        public String toString() {
            return "Held[hidden]";
        }
    }

    private Held held(SellerId seller, Opening opening, OrderFacts order) {
        return custody.in(seller, vault -> {
            var request = vault.onRequest(opening);
            return new Held(
                    one(request, Recipient.KIND, order.people()),
                    one(request, Recipient.TOLD, order.people()),
                    one(request, Buyer.KIND, order.people()));
        });
    }

    private static <T> Outcome<T> one(OwnRequest request, RecordKind<T> kind, RecordRef ref) {
        return request.open(kind, List.of(ref)).getOrDefault(ref.id(), new Outcome.Missing<>());
    }

    /** What the channel had told is sealed over too, where a person had typed another address before. */
    private Set<PersonField> recipient(SellerId seller, Opening opening, OrderFacts order, Held held, Recipient right) {
        var now = living(held.recipient());
        var changed = PersonField.between(now.content(), right);
        if (!changed.isEmpty()) {
            var told = held.told().opened().filter(each -> !each.equals(Recipient.BLANK));
            var byChannel = typed.among(seller, List.of(order.id())).isEmpty();
            Optional.of(now.content())
                    .filter(each -> byChannel)
                    .or(() -> told)
                    .map(wrong -> ToldMark.of(Recipient.KIND, wrong))
                    .ifPresent(mark -> seal(seller, opening, order, ToldMark.OF_RECIPIENT, mark, now.endsOn()));
            told.ifPresent(each -> seal(
                    seller,
                    opening,
                    order,
                    Recipient.TOLD,
                    Recipient.BLANK,
                    living(held.told()).endsOn()));
            seal(seller, opening, order, Recipient.KIND, right, now.endsOn());
        }
        return changed;
    }

    private Set<PersonField> buyer(SellerId seller, Opening opening, OrderFacts order, Held held, Buyer right) {
        var now = living(held.buyer());
        var changed = PersonField.between(now.content(), right);
        if (!changed.isEmpty()) {
            if (corrected.among(seller, List.of(order.id())).isEmpty()) {
                var mark = ToldMark.of(Buyer.KIND, now.content());
                seal(seller, opening, order, ToldMark.OF_BUYER, mark, now.endsOn());
            }
            seal(seller, opening, order, Buyer.KIND, right, now.endsOn());
        }
        return changed;
    }

    private static <T> Outcome.Opened<T> living(Outcome<T> held) {
        if (held instanceof Outcome.Opened<T> opened) {
            return opened;
        }
        throw new NothingToCorrect();
    }

    /** Seals it, and looks whether it opens as it was sealed. */
    private <T> void seal(
            SellerId seller, Opening opening, OrderFacts order, RecordKind<T> kind, T content, LocalDate end) {
        custody.in(seller, vault -> {
            var request = vault.onRequest(opening);
            var sealing = new Sealing<>(kind, order.id().value(), order.subject(), end, content);
            if (!request.correct(kind, List.of(sealing)).isEmpty()) {
                throw new NothingToCorrect();
            }
            return one(request, kind, order.people())
                    .opened()
                    .filter(content::equals)
                    .orElseThrow(() -> new IllegalStateException("What was corrected does not open as it was sealed."));
        });
    }

    private void note(SellerId seller, Opening opening, OrderFacts order, Set<PersonField> fields, People right) {
        var ofRecipient = fields.stream().anyMatch(PersonField::isOfRecipient);
        var ofBuyer = fields.stream().anyMatch(field -> !field.isOfRecipient());
        known.corrected(seller, order.id(), right.recipient().filter(each -> ofRecipient), ofBuyer);
        timeline.write(
                seller,
                List.of(order.id()),
                OrderHappening.CORRECTED_ON_REQUEST,
                PersonField.inWords(fields),
                Optional.of(opening.reader().id()));
        if (fields.stream().anyMatch(PersonField::isOnTheLabel)) {
            events.publishEvent(new OrdersEdited(seller, List.of(order.id())));
        }
    }

    private OrderFacts one(SellerId seller, OrderId id) {
        return orders.one(seller, id).orElseThrow(NoSuchOrder::new);
    }

    private long changes(SellerId seller, OrderId id) {
        return timeline.of(seller, id).stream()
                .filter(event -> event.what() == OrderHappening.EDITED_AT_CHANNEL
                        || (event.what() instanceof OrderHappening happening && happening.changesAddress()))
                .count();
    }

    /** Nothing differs, or it has ended. */
    public static final class NothingToCorrect extends Refusal {
        NothingToCorrect() {
            super(
                    "Nothing is changed by it.",
                    "Change what is wrong. What has ended or was erased is held no more and needs no correction.");
        }
    }

    /** Somebody or the channel has changed them meanwhile. */
    public static final class FasterColleague extends Refusal {
        FasterColleague() {
            super(
                    "What is held was changed since you looked at it.",
                    "Look at it as it is now, and type again what is still wrong.");
        }
    }
}
