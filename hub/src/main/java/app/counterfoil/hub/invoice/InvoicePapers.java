package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.StoredInvoices.Stored;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.paper.CannotPrint;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The papers of issued invoices. Each is made once, from the stored record, sealed with the tax record and never made
 * again: a later template or a font that is gone changes nothing of what was issued. It is known again by its hash.
 */
@Component
class InvoicePapers {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final DocumentLooks looks;
    private final InvoicePdf pdf;
    private final BusinessClock clock;

    InvoicePapers(
            JdbcClient db,
            SellerTransactions transactions,
            Custody custody,
            DocumentLooks looks,
            InvoicePdf pdf,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.looks = looks;
        this.pdf = pdf;
        this.clock = clock;
    }

    /**
     * The PDF of an invoice, made now if it never was.
     *
     * @throws PaperNotAsIssued if what is kept is not what was issued
     * @throws CannotInvoice if it has ended, or its customer has
     * @throws app.counterfoil.vault.PurposeNotCarried if the reader does not open tax records
     */
    byte[] of(SellerId seller, Stored found, Opening opening) {
        var hash = hash(seller, found.invoice().id());
        return hash.isPresent()
                ? opened(seller, found, hash.get(), opening).pdf()
                : made(seller, found, opening).pdf();
    }

    /** The latest issued invoices whose paper was never made. */
    List<UUID> missing(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT invoice.invoice_id FROM invoice_invoice invoice
                         WHERE invoice.seller_id = :seller AND invoice.supplied_on > :since
                           AND NOT EXISTS (SELECT FROM invoice_paper paper
                                            WHERE paper.seller_id = :seller AND paper.invoice_id = invoice.invoice_id)
                         ORDER BY invoice.issued_at DESC LIMIT :most
                        """)
                .param("seller", seller.value())
                // Whatever was supplied since has not ended.
                .param("since", clock.today().minusYears(6))
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    private Optional<String> hash(SellerId seller, UUID invoice) {
        return transactions.in(seller, () -> db.sql(
                        "SELECT sha256 FROM invoice_paper WHERE seller_id = :seller AND invoice_id = :invoice")
                .param("seller", seller.value())
                .param("invoice", invoice)
                .query(String.class)
                .optional());
    }

    private DocumentLook look(SellerId seller, Stored found) {
        return looks.look(seller, found.look(), found.language());
    }

    private InvoicePaper opened(SellerId seller, Stored found, String hash, Opening opening) {
        var invoice = found.invoice();
        var ref = new RecordRef(invoice.id(), subject(found));
        var outcome = custody.in(seller, vault -> vault.openOne(opening, InvoicePaper.KIND, ref));
        if (outcome instanceof Outcome.Opened<InvoicePaper> whole) {
            if (!whole.content().sha256().equals(hash)) {
                throw new PaperNotAsIssued(invoice);
            }
            return whole.content();
        }
        if (outcome instanceof Outcome.Damaged || (outcome instanceof Outcome.Missing && !isOver(found))) {
            throw new PaperNotAsIssued(invoice);
        }
        throw notOpened("The PDF", found, outcome);
    }

    private static CannotInvoice notOpened(String what, Stored found, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Restricted) {
            return CannotInvoice.restricted(what, found.invoice());
        }
        var end = outcome instanceof Outcome.Forgotten<?> forgotten ? forgotten.on() : ends(found);
        return CannotInvoice.gone(what, found.invoice(), end);
    }

    /** Outside any transaction: making takes time and can fail, and nothing that was issued may hang on it. */
    private InvoicePaper made(SellerId seller, Stored found, Opening opening) {
        if (isOver(found)) {
            throw CannotInvoice.gone("The PDF", found.invoice(), ends(found));
        }
        var paper = InvoicePaper.made(pdf.render(document(seller, found, opening), look(seller, found)));
        var first = transactions.in(seller, () -> {
            if (note(seller, found, paper) == 0) {
                return false;
            }
            var sealing = new Sealing<>(InvoicePaper.KIND, found.invoice().id(), subject(found), ends(found), paper);
            return custody.in(seller, vault -> {
                vault.seal(List.of(sealing));
                return true;
            });
        });
        return first
                ? paper
                : opened(seller, found, hash(seller, found.invoice().id()).orElseThrow(), opening);
    }

    private int note(SellerId seller, Stored found, InvoicePaper paper) {
        return db.sql(
                        """
                        INSERT INTO invoice_paper (seller_id, invoice_id, sha256, kept_at, ends_on)
                        VALUES (:seller, :invoice, :sha256, :now, :ends)
                            ON CONFLICT (seller_id, invoice_id) DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("invoice", found.invoice().id())
                .param("sha256", paper.sha256())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("ends", ends(found))
                .update();
    }

    /** The paper printed once more from its record, which is not kept; empty if it cannot be printed any more. */
    Optional<byte[]> again(SellerId seller, Stored found, Opening opening) {
        try {
            return Optional.of(pdf.render(document(seller, found, opening), look(seller, found)));
        } catch (CannotPrint aFontIsGone) {
            return Optional.empty();
        }
    }

    /**
     * The document as its record tells it.
     *
     * @throws CannotInvoice if its customer has ended
     */
    InvoiceDocument document(SellerId seller, Stored found, Opening opening) {
        var invoice = found.invoice();
        var credit = invoice.credits()
                .map(credited -> new InvoiceDocument.Credit(
                        credited.number(),
                        credited.issuedOn(),
                        found.creditReason().orElseThrow()));
        return new InvoiceDocument(
                invoice.kind(),
                invoice.number(),
                invoice.issuedOn(),
                invoice.suppliedOn(),
                found.supplier(),
                invoice.kind().namesCustomer() ? Optional.of(customer(seller, found, opening)) : Optional.empty(),
                found.lines(),
                credit.isPresent() ? found.sums().negated() : found.sums(),
                credit.isPresent() ? found.sterling().map(Money::negated) : found.sterling(),
                found.notes(),
                invoice.orderReference(),
                credit,
                Replaced.told(found.replaces()));
    }

    private InvoiceParty customer(SellerId seller, Stored found, Opening opening) {
        var invoice = found.invoice();
        var ref = new RecordRef(invoice.id(), found.subject());
        var outcome = custody.in(seller, vault -> vault.openOne(opening, InvoiceParty.KIND, ref));
        if (outcome instanceof Outcome.Opened<InvoiceParty> whole) {
            // Whose country was not sealed along, before that was kept, has their address where the goods went.
            return new Territory(found.territory())
                    .country()
                    .map(country -> whole.content().in(country.code()))
                    .orElse(whole.content());
        }
        throw notOpened("The customer", found, outcome);
    }

    private boolean isOver(Stored found) {
        return !ends(found).isAfter(clock.today());
    }

    private static LocalDate ends(Stored found) {
        return found.invoice()
                .partyEndsOn()
                .orElseGet(() -> RetentionPolicy.taxRecord(found.invoice().suppliedOn()));
    }

    /** A paper that names nobody is about nobody: it goes by its own id, so that forgetting the buyer leaves it. */
    private static SubjectId subject(Stored found) {
        return found.invoice().kind().namesCustomer()
                ? found.subject()
                : new SubjectId(found.invoice().id());
    }
}
