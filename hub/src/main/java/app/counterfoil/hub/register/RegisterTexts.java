package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps what people add to the register, sealed under {@code STAFF}. What is written anew takes the place of what was said
 * before, which is forgotten with it; that it was changed, when and by whom stays.
 */
@Component
public class RegisterTexts implements HearsDayTurn {

    /** So long before its end a text is carried on, that not every night is written into the journal. */
    private static final int DAYS_BEFORE_CARRYING_ON = 30;

    private final RegisterRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    RegisterTexts(RegisterRows rows, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that stands, opened for this reader. */
    public KeptTexts of(SignedIn reader) {
        return opened(reader.seller(), reader.opening(Purpose.STAFF, "REGISTER"), rows.standing(reader.seller()));
    }

    /** Whom people ask about their data, for the shop's public page (Art 13(1)(b)); one entry of the journal if there is any. */
    public KeptTexts publicContacts(SellerId seller) {
        return contacts(seller, new Opening(HubJob.PUBLIC_PAGES, Purpose.STAFF, "PUBLIC_POLICY"));
    }

    /** Whom people ask about their data; one entry of the journal if there is any. */
    KeptTexts contacts(SellerId seller, Opening opening) {
        var named = rows.standing(seller).stream()
                .filter(row -> row.part() == KeptPart.CONTACT || row.part() == KeptPart.OFFICER)
                .toList();
        return named.isEmpty() ? new KeptTexts(List.of()) : opened(seller, opening, named);
    }

    private KeptTexts opened(SellerId seller, Opening opening, List<RegisterRows.Row> standing) {
        var opened = custody.in(
                seller,
                vault -> vault.open(
                        opening,
                        KeptText.KIND,
                        standing.stream().map(RegisterRows.Row::ref).toList()));
        return new KeptTexts(
                standing.stream().flatMap(row -> entry(row, opened).stream()).toList());
    }

    private static Optional<KeptTexts.Entry> entry(RegisterRows.Row row, Map<UUID, Outcome<KeptText>> opened) {
        return Optional.ofNullable(opened.get(row.ref().id()))
                .flatMap(Outcome::opened)
                .map(text -> new KeptTexts.Entry(row.part(), row.purpose(), text, row.changedAt(), row.changedBy()));
    }

    /**
     * Takes in what somebody says of a part.
     *
     * @throws TextUnusable if there is too little or too much of it
     */
    public void say(SignedIn writer, KeptPart part, Optional<Purpose> purpose, KeptText typed) {
        TextUnusable.refuse(part, typed);
        var seller = writer.seller();
        var ref = new RecordRef(UUID.randomUUID(), SubjectId.random());
        transactions.run(seller, () -> {
            rows.lock(seller);
            var before = rows.standing(seller).stream()
                    .filter(row -> row.part() == part && row.purpose().equals(purpose))
                    .map(row -> row.ref().subject())
                    .toList();
            rows.add(seller, new RegisterRows.Row(part, purpose, ref, !typed.isEmpty(), clock.now(), writer.id()));
            custody.in(seller, vault -> {
                if (!typed.isEmpty()) {
                    vault.seal(List.of(new Sealing<>(
                            KeptText.KIND, ref.id(), ref.subject(), RetentionPolicy.staff(clock.today()), typed)));
                }
                return before.isEmpty() ? List.of() : vault.forget(before, Set.of(Purpose.STAFF), "REGISTER_CHANGED");
            });
        });
    }

    /** What stands in the register is needed as long as there is one. */
    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> {
            var standing = rows.standing(seller);
            var ids = standing.stream().map(row -> row.ref().id()).toList();
            var ends = custody.in(seller, vault -> vault.endsOf(KeptText.KIND, ids));
            var due = new LinkedHashMap<RecordRef, LocalDate>();
            for (var row : standing) {
                var end = ends.get(row.ref().id());
                if (end != null && end.isBefore(today.plusDays(DAYS_BEFORE_CARRYING_ON))) {
                    due.put(row.ref(), RetentionPolicy.staff(today));
                }
            }
            custody.in(
                    seller,
                    vault -> vault.carryOn(
                            new Opening(HubJob.RETENTION, Purpose.STAFF, "REGISTER_STANDS"), KeptText.KIND, due));
        });
    }
}
