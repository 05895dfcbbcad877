package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries on the addresses of those who still agree, and lets go of who has not confirmed in time. */
@Component
class ConsentsGoOn implements HearsDayTurn {

    private static final int DAYS_BEFORE_CARRYING_ON = 30;
    private static final int DAYS_OF_TOKENS = 2;
    /** Services tell again for little more than an hour. */
    private static final int DAYS_HEARD = 3;

    private final JdbcClient db;
    private final ConsentRows rows;
    private final EndConsent endConsent;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ConsentsGoOn(
            JdbcClient db,
            ConsentRows rows,
            EndConsent endConsent,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.db = db;
        this.rows = rows;
        this.endConsent = endConsent;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> {
            var late = clock.now().minus(Duration.ofDays(AskToConfirm.DAYS_TO_CONFIRM));
            rows.since(seller, ConsentState.AWAITING, late).stream()
                    .flatMap(person -> rows.one(seller, person).stream())
                    .forEach(consent ->
                            endConsent.end(seller, consent, ConsentAct.LAPSED, ConsentWay.BY_ITSELF, Optional.empty()));
            rows.forgetTokensBefore(seller, clock.now().minus(Duration.ofDays(DAYS_OF_TOKENS)));
            carryOn(seller, today);
            db.sql("DELETE FROM marketing_heard WHERE seller_id = :seller AND heard_at < :before")
                    .param("seller", seller.value())
                    .param("before", ConsentRows.utc(clock.now().minus(Duration.ofDays(DAYS_HEARD))))
                    .update();
        });
    }

    private void carryOn(SellerId seller, LocalDate today) {
        var ends = today.plusYears(TakeInConsent.YEARS_SEALED);
        var due = new LinkedHashMap<RecordRef, LocalDate>();
        rows.endingBefore(seller, today.plusDays(DAYS_BEFORE_CARRYING_ON))
                .forEach(consent -> due.put(consent.contact(), ends));
        var opening = new Opening(HubJob.MARKETING, Purpose.MARKETING, "CONSENT_GOES_ON");
        var unused = custody.in(seller, vault -> vault.carryOn(opening, Contact.KIND, due));
        rows.carriedOn(seller, due.keySet().stream().map(RecordRef::id).toList(), ends);
    }
}
