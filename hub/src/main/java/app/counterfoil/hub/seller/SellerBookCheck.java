package app.counterfoil.hub.seller;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.PersonRows.Row;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that everybody who works in the shop has a record and a way in, and nobody else has. */
@Component
@Order(4)
class SellerBookCheck implements BookCheck {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final PersonRows people;
    private final Custody custody;

    SellerBookCheck(JdbcClient db, SellerTransactions transactions, PersonRows people, Custody custody) {
        this.db = db;
        this.transactions = transactions;
        this.people = people;
        this.custody = custody;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var here = people.all(seller).stream()
                    .filter(person -> person.leftAt().isEmpty())
                    .toList();
            var flaws = new ArrayList<Flaw>();
            flaws.addAll(
                    Flaw.each(
                            withoutRecord(seller, here),
                            "End this person's access under People and add the person anew; the name has ended or was removed."));
            flaws.addAll(Flaw.each(routesToNobody(seller), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(
                    withoutRoute(seller, here),
                    "Nobody can sign in as this person: add the person anew under People."));
            return new Checked("%,d people with a way in".formatted(here.size()), flaws);
        });
    }

    private List<String> withoutRecord(SellerId seller, List<Row> here) {
        var ids = here.stream().map(Row::person).toList();
        var ends = custody.in(seller, vault -> vault.endsOf(StaffRecord.KIND, ids));
        return ids.stream()
                .filter(id -> !ends.containsKey(id))
                .map(id -> "Person " + id + " works here and has no readable record.")
                .toList();
    }

    private List<String> withoutRoute(SellerId seller, List<Row> here) {
        var routes = routes(seller);
        return here.stream()
                .map(Row::person)
                .filter(id -> !routes.contains(id))
                .map(id -> "Person " + id + " works here and no address leads to the person.")
                .toList();
    }

    private List<String> routesToNobody(SellerId seller) {
        var known = people.all(seller).stream().map(Row::person).collect(Collectors.toSet());
        return routes(seller).stream()
                .filter(id -> !known.contains(id))
                .map(id -> "An address leads to person " + id + ", who is not known in this shop.")
                .toList();
    }

    private List<UUID> routes(SellerId seller) {
        return db.sql("SELECT person_id FROM seller_sign_in_route WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(UUID.class)
                .list();
    }
}
