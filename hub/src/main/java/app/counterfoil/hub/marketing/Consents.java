package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells who has agreed, and how that came about; addresses are opened for marketing alone, and it stands in the journal. */
@Component
public class Consents {

    private final ConsentRows rows;
    private final ConsentLedger ledger;
    private final StopList stopList;
    private final Custody custody;
    private final SellerTransactions transactions;

    Consents(
            ConsentRows rows,
            ConsentLedger ledger,
            StopList stopList,
            Custody custody,
            SellerTransactions transactions) {
        this.rows = rows;
        this.ledger = ledger;
        this.stopList = stopList;
        this.custody = custody;
        this.transactions = transactions;
    }

    /** How many stand in each state. */
    public Map<ConsentState, Long> counts(SellerId seller) {
        return transactions.in(seller, () -> rows.counts(seller));
    }

    /** How many addresses are on the stop list. */
    public long stopped(SellerId seller) {
        return transactions.in(seller, () -> stopList.size(seller));
    }

    /** Those in a state, the latest first; nobody is opened. */
    public List<Consent> in(SellerId seller, ConsentState state, int skipped, int most) {
        return transactions.in(seller, () -> rows.in(seller, state, skipped, most));
    }

    /**
     * One of them.
     *
     * @throws app.counterfoil.hub.measure.Refusal if there is none like that with this seller
     */
    public Consent one(SellerId seller, UUID person) {
        return transactions.in(seller, () -> rows.one(seller, person)).orElseThrow(NoSuchConsent::new);
    }

    /** What happened to somebody's consent, the first first. */
    public List<ConsentEvent> history(SellerId seller, UUID person) {
        return transactions.in(seller, () -> ledger.of(seller, person));
    }

    /** Their addresses, opened for somebody whose role carries marketing. */
    public Map<UUID, Outcome<Contact>> opened(SellerId seller, Reader reader, List<Consent> people) {
        var refs = people.stream()
                .filter(consent -> !consent.state().isOver())
                .map(consent -> new RecordRef(consent.person(), consent.subject()))
                .toList();
        var opening = new Opening(reader, Purpose.MARKETING, "MARKETING_PAGE");
        return custody.in(seller, vault -> vault.open(opening, Contact.KIND, refs));
    }

    /**
     * Who has that address, looked for blind: whoever is kept, the latest first; else whose consent ended when the address
     * came onto the stop list.
     */
    public Optional<UUID> find(SellerId seller, Reader reader, Contact contact) {
        return transactions.in(seller, () -> {
            var opening = new Opening(reader, Purpose.MARKETING, "MARKETING_SEARCH");
            var found = custody.in(
                    seller, vault -> vault.find(opening, Set.of(Purpose.MARKETING), Term.email(contact.email())));
            return found.stream()
                    .filter(each -> each.kind().equals(Contact.KIND.name()))
                    .flatMap(each -> rows.one(seller, each.id()).stream())
                    .filter(consent -> !consent.state().isOver())
                    .max((one, other) -> one.madeAt().compareTo(other.madeAt()))
                    .map(Consent::person)
                    .or(() -> stopList.personOf(seller, stopList.token(seller, contact.email())));
        });
    }

    /** Whether the person with that address wants no marketing. */
    public boolean isStopped(SellerId seller, Contact contact) {
        return transactions.in(seller, () -> stopList.has(seller, stopList.token(seller, contact.email())));
    }

    /** Whether the use of somebody's data is restricted (Art 18). */
    public boolean isRestricted(SellerId seller, Consent consent) {
        return custody.in(seller, vault -> vault.restrictions().of(List.of(consent.subject())))
                .containsKey(consent.subject());
    }
}
