package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsContacts;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people ask for about their consent to marketing: to see it with its history and proof, to end it, to have it kept. */
@Component
class ConsentOnRequest implements KeepsContacts {

    private final EndConsent endConsent;
    private final ConsentLedger ledger;
    private final Wordings wordings;
    private final Disclosures disclosures;
    private final NamesRecipients names;
    private final Custody custody;

    ConsentOnRequest(
            EndConsent endConsent,
            ConsentLedger ledger,
            Wordings wordings,
            Disclosures disclosures,
            NamesRecipients names,
            Custody custody) {
        this.endConsent = endConsent;
        this.ledger = ledger;
        this.wordings = wordings;
        this.disclosures = disclosures;
        this.names = names;
        this.custody = custody;
    }

    @Override
    public List<HeldPart> of(SellerId seller, Personal<String> email, KeepsPeople.Opens opens) {
        var kept = kept(seller, email);
        var parts = new ArrayList<HeldPart>();
        var opened =
                opens.open(Contact.KIND, kept.stream().map(Consent::contact).toList());
        for (var consent : kept) {
            if (opened.get(consent.person()) instanceof Outcome.Opened<Contact> known) {
                parts.add(part(seller, consent, known));
            }
        }
        return parts;
    }

    private HeldPart part(SellerId seller, Consent consent, Outcome.Opened<Contact> known) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("E-mail", known.content().email()));
        lines.add(new Line("State", consent.state().title()));
        ledger.of(seller, consent.person())
                .forEach(event -> lines.add(new Line(Written.moment(event.at()), inWords(seller, event))));
        disclosures
                .ofSubject(seller, consent.subject())
                .forEach(entry -> lines.add(new Line(
                        Written.moment(entry.at()),
                        "Handed to " + names.nameOf(entry.what().recipient()) + ": "
                                + DataCategory.inWords(entry.what().categories()))));
        return new HeldPart("Consent to marketing", Purpose.MARKETING, known.endsOn(), lines);
    }

    private String inWords(SellerId seller, ConsentEvent event) {
        var words = new StringBuilder(event.what().title())
                .append(' ')
                .append(event.way().title());
        event.proof().ifPresent(proof -> words.append("; proof: ").append(proof.title()));
        words.append(event.evidence().isEmpty() ? "" : ", at " + event.evidence());
        event.wording().flatMap(id -> wordings.one(seller, id)).ifPresent(wording -> words.append("; words: ")
                .append(wording.words()));
        return words.toString();
    }

    @Override
    public boolean isRestricted(SellerId seller, Personal<String> email) {
        var subjects = kept(seller, email).stream().map(Consent::subject).toList();
        return !custody.in(seller, vault -> vault.restrictions().of(subjects)).isEmpty();
    }

    @Override
    public int objected(SellerId seller, Personal<String> email) {
        return end(seller, email, ConsentAct.OBJECTED);
    }

    @Override
    public int forget(SellerId seller, Personal<String> email) {
        return end(seller, email, ConsentAct.ERASED);
    }

    @Override
    public int restrict(SellerId seller, Personal<String> email, String rule) {
        var all = kept(seller, email);
        custody.in(seller, vault -> {
            all.forEach(consent -> vault.restrictions().restrict(consent.subject(), rule));
            return all;
        });
        return all.size();
    }

    @Override
    public void lift(SellerId seller, Personal<String> email) {
        var all = kept(seller, email);
        custody.in(seller, vault -> {
            all.forEach(consent -> vault.restrictions().lift(consent.subject()));
            return all;
        });
    }

    private int end(SellerId seller, Personal<String> email, ConsentAct act) {
        return endConsent.ofAddress(seller, contact(email), act, ConsentWay.RIGHTS_REQUEST);
    }

    private List<Consent> kept(SellerId seller, Personal<String> email) {
        return endConsent.under(seller, contact(email));
    }

    private static Contact contact(Personal<String> email) {
        return email.shownTo(Contact::new);
    }
}
