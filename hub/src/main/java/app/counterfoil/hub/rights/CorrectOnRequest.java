package app.counterfoil.hub.rights;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.CorrectPeople;
import app.counterfoil.hub.order.CorrectPeople.People;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.PersonField;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Puts right what is held on a requester (Art 16), order by order, and notes who has received what was wrong and is to be
 * told (Art 19). What law keeps as it was, such as an invoice, is not changed: that is corrected by its own papers. Instead
 * of a correction, or beside it, a statement of the person can stand.
 */
@Component
public class CorrectOnRequest {

    private final HandleRequests handle;
    private final HeldOnRequester heldOn;
    private final CorrectPeople people;
    private final Statements statements;
    private final Notices notices;
    private final RequestLog log;
    private final SellerTransactions transactions;

    CorrectOnRequest(
            HandleRequests handle,
            HeldOnRequester heldOn,
            CorrectPeople people,
            Statements statements,
            Notices notices,
            RequestLog log,
            SellerTransactions transactions) {
        this.handle = handle;
        this.heldOn = heldOn;
        this.people = people;
        this.statements = statements;
        this.notices = notices;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * What is held on the people of an order of theirs, to be put right; it stands in the journal.
     *
     * @throws Refusal if it is no open request for that, it is not known who has asked, or the order is not theirs
     */
    public People present(SellerId seller, UUID id, OrderId order, Reader reader) {
        return transactions.in(seller, () -> {
            theirs(seller, id, order);
            return only(side(seller, id, order), people.present(seller, opening(reader), order));
        });
    }

    /**
     * Seals what is right, looks whether it opens so, and notes who is to be told.
     *
     * @param right the people as they are to be
     * @param close whether that is all, so that the request is done
     * @return what was changed
     * @throws Refusal as {@link #present} does, if nothing differs, or somebody was faster
     */
    public Set<PersonField> correct(
            SellerId seller, UUID id, OrderId order, People right, boolean close, Reader reader) {
        return transactions.in(seller, () -> {
            var theirs = theirs(seller, id, order);
            var fields = people.correct(seller, opening(reader), order, only(side(seller, id, order), right));
            notices.corrected(seller, id, theirs, categories(fields));
            var person = Optional.of(reader.id());
            log.write(seller, id, Step.CORRECTED, PersonField.inWords(fields), person);
            log.write(
                    seller,
                    id,
                    Step.LOOKED_AGAIN,
                    fields.size() + " of " + fields.size() + " open as put right",
                    person);
            if (close) {
                handle.done(seller, id, reader.id());
            }
            return fields;
        });
    }

    /**
     * Lets a statement of theirs stand beside an order of theirs.
     *
     * @throws Refusal as {@link #present} does
     */
    public void add(SellerId seller, UUID id, OrderId order, String text, UUID person) {
        transactions.run(seller, () -> {
            theirs(seller, id, order);
            var request = handle.toCarryOut(seller, id, RequestKind.RECTIFICATION);
            statements.add(seller, request, order.value(), new Statement(text), person);
            log.write(seller, id, Step.STATEMENT_ADDED, "", Optional.of(person));
        });
    }

    private OrderFacts theirs(SellerId seller, UUID id, OrderId order) {
        var unused = handle.toCarryOut(seller, id, RequestKind.RECTIFICATION);
        return heldOn.theirs(seller, id).stream()
                .filter(each -> each.id().equals(order))
                .findFirst()
                .orElseThrow(CannotBeDone::noOrders);
    }

    private Side side(SellerId seller, UUID id, OrderId order) {
        return heldOn.sides(seller, id).getOrDefault(order.value(), Side.BOTH);
    }

    /** Of an order that names two, only the one who has asked. */
    private static People only(Side side, People people) {
        return new People(
                people.recipient().filter(each -> side.has(Purpose.DELIVERY)),
                people.buyer().filter(each -> side.has(Purpose.SERVICE)),
                people.changes());
    }

    private static Opening opening(Reader reader) {
        return new Opening(reader, Purpose.RIGHTS_REQUEST, "RECTIFICATION");
    }

    /** As what outsiders were given them. */
    private static Set<DataCategory> categories(Collection<PersonField> fields) {
        var categories = EnumSet.noneOf(DataCategory.class);
        fields.stream()
                .map(field -> switch (field) {
                    case RECIPIENT_NAME, COMPANY, BUYER_NAME -> Optional.of(DataCategory.NAME);
                    case ADDRESS -> Optional.of(DataCategory.ADDRESS);
                    case PHONE -> Optional.of(DataCategory.PHONE);
                    case RECIPIENT_EMAIL, BUYER_EMAIL -> Optional.of(DataCategory.EMAIL);
                    case INSTRUCTIONS -> Optional.of(DataCategory.INSTRUCTIONS);
                    case GIFT_MESSAGE, NOTE, VAT_NUMBER -> Optional.<DataCategory>empty();
                })
                .flatMap(Optional::stream)
                .forEach(categories::add);
        return categories;
    }
}
