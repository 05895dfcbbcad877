package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What people have said of differences. It holds for the amount they have seen: at another it is to be looked at again. */
@Component
class Looks {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Looks(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Place(DifferenceKind kind, String number, long about) {}

    /** The differences of a settlement, with what was said of each. */
    List<Difference> on(SellerId seller, UUID settlement, List<Difference> differences) {
        Map<Place, LookNote> said = new HashMap<>();
        db.sql(
                        """
                        SELECT kind, order_number, about_minor, note FROM payout_look
                         WHERE seller_id = :seller AND settlement_id = :settlement
                        """)
                .param("seller", seller.value())
                .param("settlement", settlement)
                .query(row -> {
                    said.put(
                            new Place(
                                    DifferenceKind.valueOf(row.getString("kind")),
                                    row.getString("order_number"),
                                    row.getLong("about_minor")),
                            LookNote.valueOf(row.getString("note")));
                });
        return differences.stream()
                .map(each -> {
                    var note = said.get(new Place(each.kind(), each.number(), each.about()));
                    return note == null ? each : each.looked(note);
                })
                .toList();
    }

    /** Says what came of looking at a difference. */
    void say(SellerId seller, UUID settlement, Difference of, LookNote note, UUID person) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO payout_look
                               (seller_id, settlement_id, kind, order_number, about_minor, note, looked_at, person_id)
                        VALUES (:seller, :settlement, :kind, :number, :about, :note, :now, :person)
                            ON CONFLICT (seller_id, settlement_id, kind, order_number)
                            DO UPDATE SET about_minor = EXCLUDED.about_minor, note = EXCLUDED.note,
                                          looked_at = EXCLUDED.looked_at, person_id = EXCLUDED.person_id
                        """)
                .param("seller", seller.value())
                .param("settlement", settlement)
                .param("kind", of.kind().name())
                .param("number", of.number())
                .param("about", of.about())
                .param("note", note.name())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update());
    }

    /** Takes back what was said. */
    void takeBack(SellerId seller, UUID settlement, DifferenceKind kind, String number) {
        transactions.run(seller, () -> db.sql(
                        """
                        DELETE FROM payout_look
                         WHERE seller_id = :seller AND settlement_id = :settlement AND kind = :kind AND order_number = :number
                        """)
                .param("seller", seller.value())
                .param("settlement", settlement)
                .param("kind", kind.name())
                .param("number", number)
                .update());
    }

    /** There is no such difference any more. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchDifference extends Refusal {
        NoSuchDifference() {
            super("There is no such difference any more.", "Look at the settlement anew.");
        }
    }
}
