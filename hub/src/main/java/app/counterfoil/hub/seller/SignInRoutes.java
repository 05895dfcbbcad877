package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Term;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads from the blind token of an e-mail address to whose person it is, before anything of theirs can be read. */
@Component
class SignInRoutes {

    private final JdbcClient db;
    private final Custody custody;

    SignInRoutes(JdbcClient db, Custody custody) {
        this.db = db;
        this.custody = custody;
    }

    /** Somebody of the shop signs in with the address already. */
    static final class TakenHere extends RuntimeException {
        TakenHere() {
            super("the address is taken in this shop");
        }
    }

    /** Where an address may lead to. */
    record Route(UUID person, SellerId seller) {}

    long token(String email) {
        return custody.routingToken(Term.email(email));
    }

    List<Route> of(String email) {
        return db.sql(
                        """
                        SELECT person_id, seller_id FROM seller_sign_in_route
                         WHERE token = :token
                         ORDER BY seller_id, person_id
                         LIMIT 20
                        """)
                .param("token", token(email))
                .query((row, number) ->
                        new Route(row.getObject(1, UUID.class), new SellerId(row.getObject(2, UUID.class))))
                .list();
    }

    /** @throws TakenHere if somebody else of the shop signs in with it */
    void add(SellerId seller, UUID person, String email) {
        var added = db.sql(
                        """
                        INSERT INTO seller_sign_in_route (token, person_id, seller_id) VALUES (:token, :person, :seller)
                            ON CONFLICT DO NOTHING
                        """)
                .param("token", token(email))
                .param("person", person)
                .param("seller", seller.value())
                .update();
        if (added == 0) {
            throw new TakenHere();
        }
    }

    void drop(SellerId seller, UUID person) {
        db.sql("DELETE FROM seller_sign_in_route WHERE seller_id = :seller AND person_id = :person")
                .param("seller", seller.value())
                .param("person", person)
                .update();
    }
}
