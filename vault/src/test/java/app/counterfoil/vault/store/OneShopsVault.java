package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.opening;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Stories.Contact;
import app.counterfoil.vault.store.Stories.ContactKind;
import app.counterfoil.vault.store.Stories.HandClock;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What most tests of the vault begin with: one shop on an empty database, an order and its buyer, and a clock. */
public abstract class OneShopsVault {

    protected static final ContactKind DELIVERY = new ContactKind(Purpose.DELIVERY);
    protected static final ContactKind SERVICE = new ContactKind(Purpose.SERVICE);
    protected static final ContactKind TAX = new ContactKind(Purpose.TAX_RECORD);

    @TempDir
    protected Path home;

    protected final HandClock clock = new HandClock();
    protected final UUID seller = UUID.randomUUID();
    protected final UUID order = UUID.randomUUID();
    protected final SubjectId buyer = SubjectId.random();
    protected VaultDatabase database;

    @BeforeEach
    public final void anEmptyVault() {
        database = VaultDatabase.create(keys(), clock);
    }

    /** Where keys and ledger lie; what was seen of the journal lies beside it. */
    protected final Path keys() {
        return home.resolve("keys");
    }

    protected final Sealing<Contact> sealing(ContactKind kind, UUID id, SubjectId subject, int days, int contact) {
        return new Sealing<>(kind, id, subject, clock.today().plusDays(days), Stories.contact(contact));
    }

    /** Seals the order's buyer for a number of days from now. */
    protected final void sealBuyer(ContactKind kind, int days) {
        database.run(seller, vault -> vault.seal(List.of(sealing(kind, order, buyer, days, 1))));
    }

    /** Asks for the order's buyer. */
    protected final Outcome<Contact> look(ContactKind kind) {
        return database.in(seller, vault -> look(vault, kind));
    }

    /** Asks for the order's buyer, in a transaction that is under way. */
    protected final Outcome<Contact> look(SellerVault vault, ContactKind kind) {
        return vault.open(opening(kind.purpose()), kind, List.of(new RecordRef(order, buyer)))
                .getOrDefault(order, new Outcome.Missing<>());
    }
}
