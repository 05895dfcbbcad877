package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.marketing.AskToConfirm.Said;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.AddressesOfChannels;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Takes people in for marketing. Whoever has agreed is sent a letter, and nothing else comes of it until they have confirmed
 * it by the link: an address that somebody else typed leads nowhere. A soft opt-in is no consent and needs no letter; it has
 * rules of its own (PECR reg. 22(3)). Nobody comes in by an address that a marketplace has given, and whoever wants no
 * marketing comes back by themselves or not at all.
 */
@Component
public class TakeInConsent {

    /** So long an address is kept before it is looked whether it is still needed. */
    static final int YEARS_SEALED = 2;

    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_SIGN_UPS_AN_HOUR = 300;
    private static final int MOST_LETTERS_A_DAY = 3;

    private final ConsentRows rows;
    private final ConsentLedger ledger;
    private final Wordings wordings;
    private final StopList stopList;
    private final AskToConfirm askToConfirm;
    private final AddressesOfChannels channels;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    TakeInConsent(
            ConsentRows rows,
            ConsentLedger ledger,
            Wordings wordings,
            StopList stopList,
            AskToConfirm askToConfirm,
            AddressesOfChannels channels,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.wordings = wordings;
        this.stopList = stopList;
        this.askToConfirm = askToConfirm;
        this.channels = channels;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What came of taking several people in.
     *
     * @param taken how many were
     * @param refused those that were not, by their line
     */
    public record TakenIn(int taken, List<Line> refused) {

        /**
         * A line that was not taken in.
         *
         * @param number its number, from 1
         * @param wrong why not
         * @param mend what to do about it
         */
        public record Line(int number, String wrong, String mend) {}
    }

    /**
     * Takes in people whom somebody of the shop writes down, each by themselves: one that is refused keeps nobody out.
     *
     * @throws NotTaken if what is said of all of them does not do, or they are too many
     */
    public TakenIn byStaff(
            SellerId seller, List<Contact> people, ConsentGiven given, UUID staff, PublicAddress address) {
        if (people.size() > MOST_AT_ONCE) {
            throw NotTaken.tooMany(MOST_AT_ONCE);
        }
        var wording = wordingOf(seller, given);
        var said = new Said(ConsentWay.STAFF, Optional.of(staff), address);
        var refused = new ArrayList<TakenIn.Line>();
        for (int at = 0; at < people.size(); at++) {
            var contact = people.get(at);
            try {
                transactions.run(seller, () -> {
                    refuseUnlessNew(seller, contact, given);
                    takeIn(seller, contact, given, wording, said);
                });
            } catch (Refusal why) {
                refused.add(new TakenIn.Line(at + 1, why.wrong(), why.mend()));
            }
        }
        return new TakenIn(people.size() - refused.size(), refused);
    }

    /**
     * Somebody signs up on the page that is open to everybody. What is done and answered is the same whoever they are, and
     * whether they are known, on the stop list or neither: only the link in the letter makes something of it.
     *
     * @throws Refusal if it is no address, one that a marketplace has made, or very many have signed up within the hour
     */
    public void bySignUp(SellerId seller, Contact contact, UUID wordingShown, PublicAddress address) {
        refuseUnlessAddress(contact);
        transactions.run(seller, () -> {
            if (rows.lately(seller, Duration.ofHours(1)) >= MOST_SIGN_UPS_AN_HOUR) {
                throw new VeryBusy();
            }
            var given = new ConsentGiven(ConsentProof.OWN_PAGE, wordingShown, clock.today(), "", false, false);
            var wording = wordingOf(seller, given);
            if (letters(seller, contact) < MOST_LETTERS_A_DAY) {
                takeIn(seller, contact, given, wording, new Said(ConsentWay.SIGN_UP_PAGE, Optional.empty(), address));
            }
        });
    }

    /**
     * Sends the letter again to somebody who has not confirmed yet, or asks somebody with a soft opt-in for consent.
     *
     * @throws NotTaken if they were sent three within a day, or nothing is to be confirmed
     */
    public void askAgain(SellerId seller, UUID person, UUID staff, PublicAddress address) {
        transactions.run(seller, () -> {
            var consent = rows.locked(seller, person).orElseThrow(NoSuchConsent::new);
            var wording = wordings.current(seller, WordingKind.CONSENT).orElseThrow(NotTaken::wording);
            if (consent.state() != ConsentState.AWAITING && consent.state() != ConsentState.SOFT) {
                throw NotTaken.isLive();
            }
            var opening = new Opening(HubJob.MARKETING, Purpose.MARKETING, "ASK_CONSENT");
            var contact = custody.in(seller, vault -> vault.openOne(opening, Contact.KIND, consent.contact()))
                    .opened()
                    .orElseThrow(NoSuchConsent::new);
            if (ledger.of(seller, person).stream()
                            .filter(event -> event.what() == ConsentAct.ASKED)
                            .filter(event -> event.at().isAfter(clock.now().minus(Duration.ofDays(1))))
                            .count()
                    >= MOST_LETTERS_A_DAY) {
                throw NotTaken.enoughLetters();
            }
            askToConfirm.ask(
                    seller, consent, contact, wording, new Said(ConsentWay.STAFF, Optional.of(staff), address));
        });
    }

    private void takeIn(SellerId seller, Contact contact, ConsentGiven given, Wording wording, Said said) {
        var soft = given.proof() == ConsentProof.SALE;
        var ends = soft
                ? clock.today().plusYears(YEARS_SEALED)
                : clock.today().plusDays(AskToConfirm.DAYS_TO_CONFIRM + 1L);
        var consent = new Consent(
                UUID.randomUUID(),
                SubjectId.random(),
                soft ? ConsentState.SOFT : ConsentState.AWAITING,
                clock.now(),
                clock.now(),
                ends);
        custody.in(seller, vault -> {
            vault.seal(List.of(
                    new Sealing<>(Contact.KIND, consent.person(), consent.subject(), consent.endsOn(), contact)));
            return consent;
        });
        rows.add(seller, consent, stopList.token(seller, contact.email()));
        ledger.write(
                seller,
                consent.person(),
                new ConsentEvent(
                        soft ? ConsentAct.SOFT_OPT_IN : ConsentAct.GIVEN,
                        said.way(),
                        clock.now(),
                        Optional.of(wording.id()),
                        Optional.of(given.proof()),
                        evidence(given),
                        Optional.of(given.givenOn()),
                        said.staff()));
        if (!soft) {
            askToConfirm.ask(seller, consent, contact, wording, said);
        }
    }

    /** What is said of all of them: the proof, where it lies, the words and the day. */
    private Wording wordingOf(SellerId seller, ConsentGiven given) {
        var unused = evidence(given);
        if (given.givenOn().isAfter(clock.today())) {
            throw NotTaken.day();
        }
        if (given.proof() == ConsentProof.SALE && !given.ownGoods()) {
            throw NotTaken.notOwnGoods();
        }
        if (given.proof() == ConsentProof.SALE && !given.refusalOffered()) {
            throw NotTaken.noRefusalOffered();
        }
        return wordings.one(seller, given.wording())
                .filter(wording -> wording.kind() == given.proof().wording())
                .orElseThrow(NotTaken::wording);
    }

    private static String evidence(ConsentGiven given) {
        return given.proof().needsEvidence() ? new EvidencePlace(given.evidence()).code() : "";
    }

    private void refuseUnlessNew(SellerId seller, Contact contact, ConsentGiven given) {
        refuseUnlessAddress(contact);
        if (!given.proof().needsEvidence()) {
            throw NotTaken.proof();
        }
        var token = stopList.token(seller, contact.email());
        stopList.lock(token);
        if (stopList.has(seller, token)) {
            throw NotTaken.stopped();
        }
        if (channels.areOfAMarketplace(seller, Term.email(contact.email()))) {
            throw NotTaken.fromChannel();
        }
        for (var state : known(seller, contact)) {
            if (state == ConsentState.LIVE) {
                throw NotTaken.isLive();
            }
            if (state == ConsentState.AWAITING || given.proof() == ConsentProof.SALE) {
                throw NotTaken.isAsked();
            }
        }
    }

    private static void refuseUnlessAddress(Contact contact) {
        if (!SendLetters.isAddress(contact.email())) {
            throw NotTaken.noAddress();
        }
        if (OutsideService.isRelay(contact.email())) {
            throw NotTaken.relay();
        }
    }

    private List<ConsentState> known(SellerId seller, Contact contact) {
        var opening = new Opening(HubJob.MARKETING, Purpose.MARKETING, "TAKE_IN_CONSENT");
        return custody
                .in(seller, vault -> vault.find(opening, Set.of(Purpose.MARKETING), Term.email(contact.email())))
                .stream()
                .filter(found -> found.kind().equals(Contact.KIND.name()))
                .flatMap(found -> rows.one(seller, found.id()).stream())
                .map(Consent::state)
                .filter(state -> !state.isOver())
                .toList();
    }

    private long letters(SellerId seller, Contact contact) {
        return rows.lettersLately(seller, stopList.token(seller, contact.email()), Duration.ofDays(1));
    }

    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    private static final class VeryBusy extends Refusal {
        VeryBusy() {
            super(
                    "Very many people have signed up within the last hour.",
                    "Please try again in an hour; nothing of what you typed was kept.");
        }
    }
}
