package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes copies down: that one is begun, and what became of it. The file, the entries in the ledger of disclosures and the rows
 * by which it is told come to be in one transaction, so that there is no file of which nothing is written.
 */
@Component
class EnterCopies {

    private final CopyRows rows;
    private final Disclosures disclosures;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    EnterCopies(
            CopyRows rows,
            Disclosures disclosures,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.disclosures = disclosures;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A row of a copy, as the books of copies know it.
     *
     * @param order its order
     * @param id by what it is told from others of its copy
     * @param named whether it names somebody
     * @param categories as which categories of people's data it leaves
     */
    record Given(OrderFacts order, UUID id, boolean named, Set<DataCategory> categories) {}

    /**
     * A copy that is made.
     *
     * @param given its rows, in the order in which they stand in the file
     * @param columns the headings of the columns in which anything stands
     * @param file the file
     */
    record Made(List<Given> given, List<String> columns, byte[] file) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /**
     * Looks whether it could be made, before it is begun.
     *
     * @throws app.counterfoil.hub.measure.Refusal if no agreement with the recipient covers the categories
     * @throws PurposeNotCarried if the role of who asks does not carry the purpose
     */
    void refuseUnlessAllowed(Maker maker, Purpose purpose, Leash leash, Set<DataCategory> categories) {
        if (!maker.reader().carries(purpose)) {
            throw new PurposeNotCarried(purpose);
        }
        disclosures.refuseUnlessCovered(maker.seller(), recipient(leash), categories);
    }

    Copy begin(Maker maker, ExportPurpose purpose, CopyFormat format, Leash leash) {
        return transactions.in(maker.seller(), () -> {
            var copy = new Copy(
                    UUID.randomUUID(),
                    rows.next(maker.seller()),
                    purpose,
                    recipient(leash),
                    format,
                    SubjectId.random(),
                    UUID.randomUUID(),
                    clock.now(),
                    maker.reader().id(),
                    clock.today().plusDays(leash.days()),
                    CopyState.MAKING,
                    0,
                    0,
                    0,
                    List.of(),
                    0);
            rows.add(maker.seller(), copy);
            var reason = new CopyReason(leash.reason().strip());
            var kept = clock.today().plusYears(CopyReason.YEARS_KEPT);
            custody.in(maker.seller(), vault -> {
                vault.seal(List.of(new Sealing<>(CopyReason.KIND, copy.id(), copy.subject(), kept, reason)));
                return copy;
            });
            return copy;
        });
    }

    Copy finish(Maker maker, Copy begun, Made made) {
        var people = (int) made.given().stream().filter(Given::named).count();
        var blank = begun.purpose().carried().isPresent() ? made.given().size() - people : 0;
        var copy = begun.ready(made.given().size(), people, blank, made.columns(), made.file().length);
        transactions.run(maker.seller(), () -> {
            begun.purpose()
                    .carried()
                    .ifPresentOrElse(
                            purpose -> {
                                disclose(maker, copy, purpose, made.given());
                                seal(maker.seller(), copy, purpose, made.file());
                            },
                            () -> rows.keepFacts(maker.seller(), copy.id(), made.file()));
            rows.finished(maker.seller(), copy, made.given());
        });
        return copy;
    }

    void stop(Maker maker, Copy begun) {
        transactions.run(maker.seller(), () -> rows.stopped(maker.seller(), begun.id()));
    }

    /** One entry for each row: of whom, and as which categories. */
    private void disclose(Maker maker, Copy copy, Purpose purpose, List<Given> given) {
        var entries = given.stream()
                .map(row -> new Disclosure(
                        DisclosingAct.EXPORT,
                        record(copy, row.id()),
                        copy.recipient(),
                        copy.id(),
                        purpose,
                        row.categories(),
                        row.order().id().value(),
                        row.order().subject(),
                        Optional.of(maker.reader().id())))
                .toList();
        disclosures.writeAll(maker.seller(), copy.recipient(), entries);
    }

    private void seal(SellerId seller, Copy copy, Purpose purpose, byte[] file) {
        custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(
                    SealedCopy.kind(purpose), copy.id(), copy.subject(), copy.endsOn(), new SealedCopy(file))));
            return copy;
        });
    }

    /** Under which id the ledger knows a row of a copy. */
    static UUID record(Copy copy, UUID row) {
        return UUID.nameUUIDFromBytes((copy.id() + " " + row).getBytes(StandardCharsets.US_ASCII));
    }

    private static String recipient(Leash leash) {
        return leash.recipient().orElse(Disclosure.OWN_COPY);
    }
}
