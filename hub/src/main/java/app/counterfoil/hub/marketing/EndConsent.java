package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ends consent, at once and for good: the ledger has it, the address is destroyed with every copy in letters, a keyed token
 * keeps it from being taken in again, and newsletter services that know the person are told. What proves the consent of
 * before stays. It is the person's own wish, so it is done although the use of their data is restricted.
 */
@Component
public class EndConsent {

    /** Letters that asked them to confirm are sealed for the person beside the address. */
    private static final Set<Purpose> FORGOTTEN_FOR = EnumSet.of(Purpose.MARKETING, Purpose.RIGHTS_REQUEST);

    private static final int MOST_OF_ONE_ADDRESS = 100;

    /** Services tell times in whole seconds. */
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final ConsentRows rows;
    private final ConsentLedger ledger;
    private final StopList stopList;
    private final LinkSecrets links;
    private final TellNewsletters tellNewsletters;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    EndConsent(
            ConsentRows rows,
            ConsentLedger ledger,
            StopList stopList,
            LinkSecrets links,
            TellNewsletters tellNewsletters,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.stopList = stopList;
        this.links = links;
        this.tellNewsletters = tellNewsletters;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who says so, how, and by which account, if it was a newsletter service. */
    private record Said(ConsentAct act, ConsentWay way, Optional<UUID> staff, Optional<UUID> account) {}

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
            var token = locked(seller, contact);
            var before = stopList.personOf(seller, token);
            var living = under(seller, contact);
            var said = new Said(act, way, Optional.empty(), Optional.empty());
            endAll(seller, contact, living, said);
            if (act == ConsentAct.ERASED) {
                before.ifPresent(person -> tellNewsletters.thatIsGone(seller, person, contact, act, Optional.empty()));
            }
            return living.size();
        });
    }

    /**
     * Somebody has left at a newsletter service: they want no mail by any way. Who has said yes after that stays.
     *
     * @param at when they left
     */
    void leftThere(Account account, Contact contact, Instant at, ConsentWay way) {
        var seller = account.seller();
        transactions.run(seller, () -> {
            var unused = locked(seller, contact);
            var living = under(seller, contact);
            var ended = living.stream()
                    .filter(consent -> isLater(at, consent.stateAt()))
                    .toList();
            if (ended.size() == living.size()) {
                endAll(
                        seller,
                        contact,
                        ended,
                        new Said(ConsentAct.WITHDRAWN, way, Optional.empty(), Optional.of(account.id())));
            }
        });
    }

    /** Whether leaving at the one time counts against what was said at the other. */
    static boolean isLater(Instant left, Instant said) {
        return !said.isAfter(left.plus(A_SECOND));
    }

    /** Ends a consent and, where the person wants no more, all others under the same address; in the running transaction. */
    void end(SellerId seller, Consent consent, ConsentAct act, ConsentWay way, Optional<UUID> staff) {
        var said = new Said(act, way, staff, Optional.empty());
        if (!act.stops()) {
            endOne(seller, consent, said);
            return;
        }
        opened(seller, consent).ifPresent(contact -> {
            var unused = locked(seller, contact);
            endAll(seller, contact, under(seller, contact), said);
        });
    }

    private void endAll(SellerId seller, Contact contact, List<Consent> living, Said said) {
        for (var consent : living) {
            tellNewsletters.thatIsGone(seller, consent.person(), contact, said.act(), said.account());
            endOne(seller, consent, said);
        }
        stopList.add(
                seller,
                stopList.token(seller, contact.email()),
                said.act(),
                living.stream().map(Consent::person).findFirst());
    }

    private void endOne(SellerId seller, Consent consent, Said said) {
        var now = rows.locked(seller, consent.person()).orElseThrow(NoSuchConsent::new);
        if (now.state().isOver()) {
            return;
        }
        ledger.write(seller, consent.person(), ConsentEvent.of(said.act(), said.way(), clock.now(), said.staff()));
        rows.state(seller, consent.person(), said.act().end(), clock.today());
        links.forget(seller, consent.person());
        tellNewsletters.noMore(seller, consent.person());
        custody.in(seller, vault -> vault.forget(List.of(consent.subject()), FORGOTTEN_FOR, "CONSENT_ENDED"));
    }

    private long locked(SellerId seller, Contact contact) {
        var token = stopList.token(seller, contact.email());
        stopList.lock(token);
        return token;
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

    /** Their address, though its use is restricted: to keep it aside elsewhere, too. */
    Optional<Contact> contactOf(SellerId seller, UUID person) {
        return rows.one(seller, person).flatMap(consent -> opened(seller, consent));
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
