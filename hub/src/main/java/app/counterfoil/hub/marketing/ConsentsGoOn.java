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
import org.springframework.stereotype.Component;

/** Carries on the addresses of those who still agree, and lets go of who has not confirmed in time. */
@Component
class ConsentsGoOn implements HearsDayTurn {

    private static final int DAYS_BEFORE_CARRYING_ON = 30;
    private static final int DAYS_OF_TOKENS = 2;

    private final ConsentRows rows;
    private final EndConsent endConsent;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ConsentsGoOn(
            ConsentRows rows,
            EndConsent endConsent,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
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
