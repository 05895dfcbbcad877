package app.counterfoil.hub.marketing;

import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the letter by which somebody confirms what they, or the shop for them, have said; in the running transaction. */
@Component
class AskToConfirm {

    /** So long the link in it is good, and the unconfirmed address is kept. */
    static final int DAYS_TO_CONFIRM = 7;

    private static final String TEXT =
            """
            Somebody, you we hope, has given this address to {shop} and agreed to this:

            {words}

            Please confirm it here, within seven days:

            {confirm}

            Without that you get no mail of this kind, and the address is destroyed. If it was not you, do nothing, or \
            end it here at once:

            {withdraw}
            """;

    private final LinkSecrets links;
    private final SendLetters letters;
    private final SellerDetails sellers;
    private final ConsentLedger ledger;
    private final BusinessClock clock;

    AskToConfirm(
            LinkSecrets links, SendLetters letters, SellerDetails sellers, ConsentLedger ledger, BusinessClock clock) {
        this.links = links;
        this.letters = letters;
        this.sellers = sellers;
        this.ledger = ledger;
        this.clock = clock;
    }

    void ask(SellerId seller, Consent consent, Contact contact, Wording wording, Said said) {
        var shop = sellers.of(seller).tradingName();
        var withdraw = said.address().withdraw(seller, links.make(seller, consent.person(), LinkUse.WITHDRAW));
        var confirm = said.address().confirm(seller, links.make(seller, consent.person(), LinkUse.CONFIRM));
        var letter = new Letter(
                consent.person(),
                consent.subject(),
                "CONFIRM_CONSENT",
                contact.email(),
                "Please confirm: mail from " + shop,
                TEXT.replace("{shop}", shop)
                        .replace("{words}", wording.words())
                        .replace("{confirm}", confirm)
                        .replace("{withdraw}", withdraw),
                clock.today().plusDays(DAYS_TO_CONFIRM + 1L));
        var unused = letters.send(seller, letter, URI.create(withdraw));
        ledger.write(
                seller,
                consent.person(),
                new ConsentEvent(
                        ConsentAct.ASKED,
                        said.way(),
                        clock.now(),
                        Optional.of(wording.id()),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        said.staff()));
    }

    /** By whom and how something is said, and where links in letters lead. */
    record Said(ConsentWay way, Optional<UUID> staff, PublicAddress address) {}
}
