package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Carries on what is written of an incident that is still open when its three years come to an end. */
@Component
class TextsOfOpenIncidents implements HearsDayTurn {

    private static final int DAYS_BEFORE_CARRYING_ON = 30;

    private final IncidentRows rows;
    private final Breaches breaches;
    private final Custody custody;
    private final SellerTransactions transactions;

    TextsOfOpenIncidents(IncidentRows rows, Breaches breaches, Custody custody, SellerTransactions transactions) {
        this.rows = rows;
        this.breaches = breaches;
        this.custody = custody;
        this.transactions = transactions;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> {
            var all = rows.all(seller);
            var ends = custody.in(
                    seller,
                    vault -> vault.endsOf(
                            BreachTexts.KIND, all.stream().map(Incident::id).toList()));
            var due = new ArrayList<Incident>();
            for (var incident : all) {
                var end = ends.get(incident.id());
                if (end != null
                        && end.isBefore(today.plusDays(DAYS_BEFORE_CARRYING_ON))
                        && breaches.one(seller, incident.id()).closedAt().isEmpty()) {
                    due.add(incident);
                }
            }
            breaches.carryOn(seller, new Opening(HubJob.RETENTION, Purpose.RIGHTS_REQUEST, "BREACH_OPEN"), due);
        });
    }
}
