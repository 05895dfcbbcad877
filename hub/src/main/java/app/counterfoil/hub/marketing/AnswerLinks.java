package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the links in letters do. Whoever has the mailbox has the link; nobody else can guess it. */
@Component
public class AnswerLinks {

    private final ConsentRows rows;
    private final ConsentLedger ledger;
    private final LinkSecrets links;
    private final StopList stopList;
    private final EndConsent endConsent;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    AnswerLinks(
            ConsentRows rows,
            ConsentLedger ledger,
            LinkSecrets links,
            StopList stopList,
            EndConsent endConsent,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.links = links;
        this.stopList = stopList;
        this.endConsent = endConsent;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Somebody confirms: from now on their consent is live, in the place of any other under the same address, and they are
     * off the stop list.
     *
     * @return whether the link was good; it is for seven days
     */
    public boolean confirm(SellerId seller, String secret) {
        return transactions.in(seller, () -> links.personOf(seller, secret, LinkUse.CONFIRM)
                .flatMap(person -> rows.one(seller, person))
                .map(consent -> consent.state() == ConsentState.LIVE || confirm(seller, consent))
                .orElse(false));
    }

    /** Somebody withdraws. Nothing tells whether the link leads to anybody: wanting no mail is answered alike. */
    public void withdraw(SellerId seller, String secret) {
        transactions.run(seller, () -> links.personOf(seller, secret, LinkUse.WITHDRAW)
                .flatMap(person -> rows.one(seller, person))
                .ifPresent(consent -> endConsent.end(
                        seller, consent, ConsentAct.WITHDRAWN, ConsentWay.LETTER_LINK, Optional.empty())));
    }

    private boolean confirm(SellerId seller, Consent consent) {
        var opening = new Opening(HubJob.MARKETING, Purpose.MARKETING, "CONFIRM_CONSENT");
        var contact = custody.in(seller, vault -> vault.openOne(opening, Contact.KIND, consent.contact()))
                .opened();
        if (contact.isEmpty()) {
            return false;
        }
        var token = stopList.token(seller, contact.get().email());
        stopList.lock(token);
        if (rows.locked(seller, consent.person())
                .filter(AnswerLinks::isToConfirm)
                .isEmpty()) {
            return false;
        }
        endConsent.under(seller, contact.get()).stream()
                .filter(other -> !other.person().equals(consent.person()))
                .forEach(other ->
                        endConsent.end(seller, other, ConsentAct.REPLACED, ConsentWay.LETTER_LINK, Optional.empty()));
        stopList.lift(seller, token);
        var ends = clock.today().plusYears(TakeInConsent.YEARS_SEALED);
        custody.in(seller, vault -> vault.carryOn(opening, Contact.KIND, Map.of(consent.contact(), ends)));
        rows.state(seller, consent.person(), ConsentState.LIVE, ends);
        ledger.write(
                seller,
                consent.person(),
                ConsentEvent.of(ConsentAct.CONFIRMED, ConsentWay.LETTER_LINK, clock.now(), Optional.empty()));
        return true;
    }

    private static boolean isToConfirm(Consent consent) {
        return consent.state() == ConsentState.SOFT || consent.state() == ConsentState.AWAITING;
    }
}
