package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Term;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ends consent, at once and for good: the ledger has it, the address is destroyed with every copy in letters, and a keyed
 * token keeps it from being taken in again. What proves the consent of before stays. It is the person's own wish, so it is
 * done although the use of their data is restricted.
 */
@Component
public class EndConsent {

    /** Letters that asked them to confirm are sealed for the person beside the address. */
    private static final Set<Purpose> FORGOTTEN_FOR = EnumSet.of(Purpose.MARKETING, Purpose.RIGHTS_REQUEST);

    private static final int MOST_OF_ONE_ADDRESS = 100;

    private final ConsentRows rows;
    private final ConsentLedger ledger;
    private final StopList stopList;
    private final LinkSecrets links;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    EndConsent(
            ConsentRows rows,
            ConsentLedger ledger,
            StopList stopList,
            LinkSecrets links,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.stopList = stopList;
        this.links = links;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Somebody of the shop writes down that a person has withdrawn or objected, with everything under the same address.
     *
     * @throws app.counterfoil.hub.measure.Refusal if there is no such person
     */
    public void byStaff(SellerId seller, UUID person, ConsentAct act, UUID staff) {
        transactions.run(seller, () -> {
            var consent = rows.one(seller, person).orElseThrow(NoSuchConsent::new);
            end(seller, consent, act, ConsentWay.STAFF, Optional.of(staff));
        });
    }

    /** Ends all that stands under an address, known or not: nobody takes it in again. How many consents have ended. */
    public int ofAddress(SellerId seller, Contact contact, ConsentAct act, ConsentWay way) {
        return transactions.in(seller, () -> {
            var token = stopList.token(seller, contact.email());
            stopList.lock(token);
            var living = under(seller, contact);
            living.forEach(consent -> endOne(seller, consent, act, way, Optional.empty()));
            stopList.add(
                    seller, token, act, living.stream().map(Consent::person).findFirst());
            return living.size();
        });
    }

    /** Ends a consent and, where the person wants no more, all others under the same address; in the running transaction. */
    void end(SellerId seller, Consent consent, ConsentAct act, ConsentWay way, Optional<UUID> staff) {
        if (!act.stops()) {
            endOne(seller, consent, act, way, staff);
            return;
        }
        opened(seller, consent).ifPresent(contact -> {
            var token = stopList.token(seller, contact.email());
            stopList.lock(token);
            under(seller, contact).forEach(each -> endOne(seller, each, act, way, staff));
            stopList.add(seller, token, act, Optional.of(consent.person()));
        });
    }

    private void endOne(SellerId seller, Consent consent, ConsentAct act, ConsentWay way, Optional<UUID> staff) {
        var now = rows.locked(seller, consent.person()).orElseThrow(NoSuchConsent::new);
        if (now.state().isOver()) {
            return;
        }
        ledger.write(seller, consent.person(), ConsentEvent.of(act, way, clock.now(), staff));
        rows.state(seller, consent.person(), act.end(), clock.today());
        links.forget(seller, consent.person());
        custody.in(seller, vault -> vault.forget(List.of(consent.subject()), FORGOTTEN_FOR, "CONSENT_ENDED"));
    }

    /** All that is kept under an address, whether its use is restricted or not. */
    List<Consent> under(SellerId seller, Contact contact) {
        var found = custody.in(seller, vault -> vault.onRequest(theirOwn())
                .find(Set.of(Purpose.MARKETING), List.of(Term.email(contact.email())), MOST_OF_ONE_ADDRESS));
        return found.stream()
                .filter(each -> each.kind().equals(Contact.KIND.name()))
                .flatMap(each -> rows.one(seller, each.id()).stream())
                .filter(consent -> !consent.state().isOver())
                .toList();
    }

    private Optional<Contact> opened(SellerId seller, Consent consent) {
        var outcomes =
                custody.in(seller, vault -> vault.onRequest(theirOwn()).open(Contact.KIND, List.of(consent.contact())));
        return Optional.ofNullable(outcomes.get(consent.person())).flatMap(Outcome::opened);
    }

    private static Opening theirOwn() {
        return new Opening(HubJob.REQUESTS, Purpose.RIGHTS_REQUEST, "CONSENT_ENDS");
    }
}
