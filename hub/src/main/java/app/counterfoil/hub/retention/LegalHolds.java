package app.counterfoil.hub.retention;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Keeps copies of an order's people for a legal claim (Art 17(3)(e)) while it stands, whatever ends meanwhile: the order's
 * own data ends on its days as ever. A release destroys the copy at once.
 */
@Component
public class LegalHolds implements HearsDayTurn {

    /** A copy is sealed so far ahead, and to there again a week later: a machine that was off for days loses none. */
    private static final int DAYS_AHEAD = 30;

    private static final int DAYS_BEFORE_CARRYING_ON = 23;

    private final LegalHoldRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final ObjectProvider<KeepsPeople> keepers;

    LegalHolds(
            LegalHoldRows rows,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock,
            ObjectProvider<KeepsPeople> keepers) {
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
        this.keepers = keepers;
    }

    /**
     * Puts the people of an order on hold.
     *
     * @param person who answers for it, and whose role opens what is copied
     * @param reviewed after how many days somebody must look
     * @throws NothingToHold if nothing on its people can be opened any more
     * @throws HeldAlready if a hold stands for the order
     */
    public UUID hold(
            SellerId seller,
            UUID order,
            LegalHoldReason reason,
            CaseReference reference,
            Reader person,
            ReviewPeriod reviewed) {
        return transactions.in(seller, () -> {
            var parts = copied(seller, order, person);
            if (parts.isEmpty()) {
                throw new NothingToHold();
            }
            var id = UUID.randomUUID();
            var copy = SubjectId.random();
            var review = clock.today().plusDays(reviewed.days());
            var hold = new LegalHold(id, order, reason, reference, person.id(), clock.now(), review, Optional.empty());
            if (!rows.add(seller, hold, copy)) {
                throw new HeldAlready();
            }
            custody.in(seller, vault -> {
                vault.seal(List.of(new Sealing<>(
                        ClaimCopy.KIND, id, copy, clock.today().plusDays(DAYS_AHEAD), new ClaimCopy(parts))));
                return id;
            });
            return id;
        });
    }

    /** What is held and can be opened as that reader; a label only shows what is copied already, as an earlier copy does. */
    private List<ClaimCopy.Part> copied(SellerId seller, UUID order, Reader person) {
        return keepers.orderedStream()
                .flatMap(keeper ->
                        keeper
                                .of(seller, List.of(order), opening(seller, person))
                                .getOrDefault(order, List.of())
                                .stream())
                .map(ClaimCopy.Part::of)
                .toList();
    }

    private KeepsPeople.Opens opening(SellerId seller, Reader person) {
        return new KeepsPeople.Opens() {
            @Override
            public <T> Map<UUID, Outcome<T>> open(RecordKind<T> kind, Collection<RecordRef> refs) {
                return switch (kind.purpose()) {
                    case DELIVERY, SERVICE, TAX_RECORD ->
                        custody.in(
                                seller,
                                vault -> vault.open(new Opening(person, kind.purpose(), "LEGAL_HOLD"), kind, refs));
                    case LABEL, MARKETING, STAFF, RIGHTS_REQUEST, LEGAL_CLAIM -> Map.of();
                };
            }
        };
    }

    /** The holds of a seller: those that stand, the next review first, then the latest that were released. */
    public List<LegalHold> all(SellerId seller) {
        return transactions.in(seller, () -> rows.all(seller));
    }

    /** The holds of an order, the latest first. */
    public List<LegalHold> ofOrder(SellerId seller, UUID order) {
        return transactions.in(seller, () -> rows.ofOrder(seller, order));
    }

    /**
     * A hold.
     *
     * @throws NoSuchHold if it is not the seller's
     */
    public LegalHold one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> rows.one(seller, id)).orElseThrow(NoSuchHold::new);
    }

    /** Opens the copy of a standing hold for somebody whose role carries legal claims; it stands in the journal. */
    public Optional<ClaimCopy> open(SellerId seller, UUID id, Reader reader) {
        var opening = new Opening(reader, Purpose.LEGAL_CLAIM, "LEGAL_HOLD_PAGE");
        return transactions.in(seller, () -> rows.standingCopy(seller, id)).flatMap(ref -> custody.in(
                        seller, vault -> vault.openOne(opening, ClaimCopy.KIND, ref))
                .opened());
    }

    /**
     * Somebody has looked: it is needed for some time more.
     *
     * @throws NoSuchHold if it does not stand
     */
    public void review(SellerId seller, UUID id, ReviewPeriod reviewed) {
        transactions.run(seller, () -> {
            var copy = rows.standingCopy(seller, id).orElseThrow(NoSuchHold::new);
            rows.reviewOn(seller, copy.id(), clock.today().plusDays(reviewed.days()));
        });
    }

    /**
     * Releases the hold and destroys its copy, for good.
     *
     * @throws NoSuchHold if it does not stand
     */
    public void release(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            var copy = rows.standingCopy(seller, id).orElseThrow(NoSuchHold::new);
            custody.in(
                    seller,
                    vault -> vault.forget(List.of(copy.subject()), Set.of(Purpose.LEGAL_CLAIM), "LEGAL_HOLD_RELEASED"));
            rows.released(seller, id, Optional.of(person));
        });
    }

    /** Until when the copies of these holds are sealed today; they are carried on while the holds stand. */
    public Map<UUID, LocalDate> endsOf(SellerId seller, List<UUID> holds) {
        return custody.in(seller, vault -> vault.endsOf(ClaimCopy.KIND, holds));
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> {
            finishReleases(seller);
            var copies = rows.standingCopies(seller);
            var ends = endsOf(seller, copies.stream().map(RecordRef::id).toList());
            var due = new LinkedHashMap<RecordRef, LocalDate>();
            for (var copy : copies) {
                var end = ends.get(copy.id());
                if (end != null && end.isBefore(today.plusDays(DAYS_BEFORE_CARRYING_ON))) {
                    due.put(copy, today.plusDays(DAYS_AHEAD));
                }
            }
            custody.in(
                    seller,
                    vault -> vault.carryOn(
                            new Opening(HubJob.RETENTION, Purpose.LEGAL_CLAIM, "LEGAL_HOLD_STANDS"),
                            ClaimCopy.KIND,
                            due));
        });
    }

    /** A crash came between the copy and the hold, or a backup of before the release was brought back: the copy is gone. */
    private void finishReleases(SellerId seller) {
        destroyed(seller, rows.standingCopies(seller)).forEach(copy -> rows.released(seller, copy, Optional.empty()));
    }

    /** The holds among these whose copy was destroyed, be they closed or not. */
    Set<UUID> destroyed(SellerId seller, List<RecordRef> copies) {
        var gone = custody.in(seller, vault -> vault.erasures()
                .forgotten(
                        Purpose.LEGAL_CLAIM,
                        copies.stream().map(RecordRef::subject).toList()));
        return copies.stream()
                .filter(copy -> gone.contains(copy.subject()))
                .map(RecordRef::id)
                .collect(Collectors.toSet());
    }

    /** There is no such hold, or it was released. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchHold extends Refusal {
        NoSuchHold() {
            super("There is no such legal hold.", "It may have been released: look at the list under Legal holds.");
        }
    }

    /** A hold stands for the order. */
    public static final class HeldAlready extends Refusal {
        HeldAlready() {
            super("The people of this order are on legal hold already.", "Look at it under Legal holds.");
        }
    }

    /** Nothing on the people of the order can be opened. */
    public static final class NothingToHold extends Refusal {
        NothingToHold() {
            super(
                    "Nothing personal that could be kept is held for this order any more.",
                    "What has ended cannot be brought back; keep what you hold elsewhere.");
        }
    }
}
