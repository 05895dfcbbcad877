package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.marketing.Newsletter.Answer;
import app.counterfoil.hub.marketing.Newsletter.Member;
import app.counterfoil.hub.marketing.Newsletter.Standing;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hands people over to a newsletter service: the one place from which an address goes there. Under the lock of their consent
 * it is looked whether that is live and its use not restricted; then the address is opened, which is refused to whoever does
 * not carry marketing, and the hand-over is written, which is refused without an agreement that covers it. Only then, outside
 * of the transaction, the service is called; and after the call it is looked again, so that who has ended it meanwhile is
 * told to the service at once.
 */
@Component
class HandOverMember {

    private final ConsentRows rows;
    private final ConsentLedger ledger;
    private final MemberRows members;
    private final Disclosures disclosures;
    private final Farewells farewells;
    private final EndConsent endConsent;
    private final Custody custody;
    private final SellerTransactions transactions;

    HandOverMember(
            ConsentRows rows,
            ConsentLedger ledger,
            MemberRows members,
            Disclosures disclosures,
            Farewells farewells,
            EndConsent endConsent,
            Custody custody,
            SellerTransactions transactions) {
        this.rows = rows;
        this.ledger = ledger;
        this.members = members;
        this.disclosures = disclosures;
        this.farewells = farewells;
        this.endConsent = endConsent;
        this.custody = custody;
        this.transactions = transactions;
    }

    private record Ready(Member member, HandOver leave) {
        @Override
        public String toString() {
            return "Ready[hidden]";
        }
    }

    /**
     * Hands over everybody who is due, so many at most.
     *
     * @throws Refusal if something comes in the way of all
     */
    void all(Account account, Newsletter service, int most) {
        var seller = account.seller();
        for (int left = most; left > 0; left--) {
            var due = transactions.in(seller, () -> members.take(seller, account.id()));
            if (due.isEmpty()) {
                return;
            }
            one(account, service, due.get());
        }
    }

    private void one(Account account, Newsletter service, MemberRows.Due due) {
        var seller = account.seller();
        Optional<Ready> ready;
        try {
            ready = transactions.in(seller, () -> ready(account, service, due));
        } catch (Refusal notCovered) {
            transactions.run(seller, () -> members.letGo(seller, account.id(), due.person()));
            throw notCovered;
        }
        if (ready.isEmpty()) {
            return;
        }
        try {
            var answer = service.add(ready.get().leave(), account, ready.get().member());
            CrashPoint.reached("member.sent");
            answered(account, service, due, ready.get(), answer);
        } catch (Refusal why) {
            transactions.run(seller, () -> {
                members.notYet(seller, account.id(), due, why);
                lookAgain(account, due.person());
            });
            if (Troubles.meetsAll(why)) {
                throw why;
            }
        }
    }

    /** The address and the leave to give it away; empty if their consent is not live, or its use restricted. */
    private Optional<Ready> ready(Account account, Newsletter service, MemberRows.Due due) {
        var seller = account.seller();
        var consent = rows.locked(seller, due.person()).filter(each -> each.state() == ConsentState.LIVE);
        if (consent.isEmpty()) {
            members.gone(seller, due.person());
            return Optional.empty();
        }
        var opening = new Opening(HubJob.MARKETING, Purpose.MARKETING, "HAND_OVER_MEMBER");
        var contact = custody.in(
                        seller,
                        vault -> vault.openOne(
                                opening, Contact.KIND, consent.get().contact()))
                .opened();
        if (contact.isEmpty()) {
            members.became(seller, account.id(), due.person(), MemberState.PAUSED);
            return Optional.empty();
        }
        var history = ledger.of(seller, due.person());
        var confirmed = history.stream()
                .filter(event -> event.what() == ConsentAct.CONFIRMED)
                .reduce((first, last) -> last)
                .orElseThrow(NoSuchConsent::new);
        var member = new Member(contact.get(), history.get(0).at(), confirmed.at());
        var leave = disclosures.write(
                seller,
                new Disclosure(
                        DisclosingAct.ADD_TO_AUDIENCE,
                        due.member(),
                        account.service().name(),
                        account.id(),
                        Purpose.MARKETING,
                        service.handsOver(member),
                        Disclosure.NO_ORDER,
                        consent.get().subject(),
                        Optional.empty()));
        return Optional.of(new Ready(member, leave));
    }

    private void answered(Account account, Newsletter service, MemberRows.Due due, Ready ready, Answer answer) {
        var seller = account.seller();
        switch (answer.standing()) {
            case SUBSCRIBED -> became(account, due.person(), MemberState.THERE);
            case ASKED -> became(account, due.person(), MemberState.ASKED_THERE);
            case FORGOTTEN ->
                transactions.run(
                        seller, () -> members.refused(seller, account.id(), due.person(), NotTakenThere.forgotten()));
            case COMES_BACK ->
                transactions.run(
                        seller, () -> members.refused(seller, account.id(), due.person(), NotTakenThere.comesBack()));
            case LEFT, ASIDE -> {
                if (answer.standing() == Standing.LEFT && hasLeftSince(answer, ready.member())) {
                    endConsent.leftThere(
                            account, ready.member().contact(), answer.since().orElseThrow(), ConsentWay.SERVICE_LIST);
                    transactions.run(
                            seller, () -> members.became(seller, account.id(), due.person(), MemberState.GONE));
                    return;
                }
                // They have confirmed it after they had left: only they can come back there, so they are asked.
                var unused = service.askBack(ready.leave(), account, ready.member());
                became(account, due.person(), MemberState.ASKED_THERE);
            }
        }
    }

    private static boolean hasLeftSince(Answer answer, Member member) {
        return answer.since()
                .filter(left -> EndConsent.isLater(left, member.confirmedAt()))
                .isPresent();
    }

    private void became(Account account, UUID person, MemberState state) {
        var seller = account.seller();
        transactions.run(seller, () -> {
            members.became(seller, account.id(), person, state);
            lookAgain(account, person);
        });
    }

    /** Whoever has ended it while the call was under way: the service is told of it now that the call is over. */
    private void lookAgain(Account account, UUID person) {
        var seller = account.seller();
        rows.locked(seller, person)
                .filter(consent -> consent.state().isOver())
                .filter(consent -> consent.state() != ConsentState.REPLACED)
                .ifPresent(consent -> {
                    members.gone(seller, person);
                    farewells.dueNow(seller, account.id(), person);
                });
    }
}
