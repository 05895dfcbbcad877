package app.counterfoil.hub.review;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps what people note of reviews, sealed under {@code STAFF}. The note of the latest review of a thing is carried on; an
 * earlier one ends within a year. That somebody looked, when and with what outcome stays.
 */
@Component
class ReviewNotes implements HearsDayTurn {

    /** So long before its end a note is carried on, that not every night is written into the journal. */
    private static final int DAYS_BEFORE_CARRYING_ON = 30;

    private final ReviewRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ReviewNotes(ReviewRows rows, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    void seal(SellerId seller, RecordRef ref, String text) {
        custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(
                    ReviewNote.KIND, ref.id(), ref.subject(), Reviews.end(clock.today()), new ReviewNote(text))));
            return ref;
        });
    }

    /** The notes that can still be opened, for this reader. */
    Map<UUID, String> of(SignedIn reader, List<ReviewRows.Kept> reviews) {
        var refs = reviews.stream()
                .filter(ReviewRows.Kept::saysSomething)
                .map(ReviewRows.Kept::note)
                .toList();
        var texts = new HashMap<UUID, String>();
        custody.in(
                        reader.seller(),
                        vault -> vault.open(reader.opening(Purpose.STAFF, "REVIEWS"), ReviewNote.KIND, refs))
                .forEach((id, outcome) -> outcome.opened().ifPresent(note -> texts.put(id, note.text())));
        return texts;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> {
            var standing = rows.standingNotes(seller);
            var ids = standing.stream().map(RecordRef::id).toList();
            var ends = custody.in(seller, vault -> vault.endsOf(ReviewNote.KIND, ids));
            var due = new LinkedHashMap<RecordRef, LocalDate>();
            for (var ref : standing) {
                var end = ends.get(ref.id());
                if (end != null && end.isBefore(today.plusDays(DAYS_BEFORE_CARRYING_ON))) {
                    due.put(ref, Reviews.end(today));
                }
            }
            custody.in(
                    seller,
                    vault -> vault.carryOn(
                            new Opening(HubJob.RETENTION, Purpose.STAFF, "REVIEW_STANDS"), ReviewNote.KIND, due));
        });
    }
}
