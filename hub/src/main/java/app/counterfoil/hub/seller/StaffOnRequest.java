package app.counterfoil.hub.seller;

import app.counterfoil.hub.clock.ClockGuard;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.StaffTrace;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.PersonRows.Row;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is held on one of the seller's own people, for a request of theirs (Art 15–21): their account, and by their id what
 * they did. It is put right here, and of somebody who has left it is destroyed what nobody needs any more.
 */
@Component
public class StaffOnRequest {

    private static final String RULE = "ERASURE_REQUEST";

    private final People people;
    private final PersonRows rows;
    private final SignInRoutes routes;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final JdbcClient db;
    private final ClockGuard clock;
    private final ObjectProvider<StaffTrace> traces;

    StaffOnRequest(
            People people,
            PersonRows rows,
            SignInRoutes routes,
            Custody custody,
            SellerTransactions transactions,
            JdbcClient db,
            ClockGuard clock,
            ObjectProvider<StaffTrace> traces) {
        this.people = people;
        this.rows = rows;
        this.routes = routes;
        this.custody = custody;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
        this.traces = traces;
    }

    /**
     * What is held on somebody. Personal: it does not print.
     *
     * @param subject under whom it is sealed
     * @param role what they do or did
     * @param leftAt when their access ended; empty while they work there
     * @param name their name
     * @param email the address they sign in with; blank where it was destroyed
     * @param endsOn first day on which it cannot be opened
     * @param did how much is kept, by their id, of what they did, by what it is
     */
    public record OnStaff(
            SubjectId subject,
            Role role,
            Optional<Instant> leftAt,
            String name,
            String email,
            LocalDate endsOn,
            Map<String, Long> did) {
        @Override
        public String toString() {
            return "OnStaff[hidden]";
        }
    }

    /** What is held on them, opened for a request of their own; empty if nothing can be opened any more. */
    public Optional<OnStaff> held(SellerId seller, Opening opening, UUID person) {
        return transactions.in(seller, () -> rows.one(seller, person).flatMap(row -> opened(seller, opening, row)
                .map(record -> new OnStaff(
                        row.subject(),
                        row.role(),
                        row.leftAt(),
                        record.content().name(),
                        record.content().email(),
                        record.endsOn(),
                        did(seller, person)))));
    }

    /**
     * Under whom somebody is sealed, who works there or has left.
     *
     * @throws Refusal if there never was anybody of that id
     */
    public SubjectId subject(SellerId seller, UUID person) {
        return rows.one(seller, person).orElseThrow(NoSuchPerson::new).subject();
    }

    /**
     * Puts a name and an address right; who works there signs in with the new address from now on.
     *
     * @return what was changed, in words
     * @throws Refusal if nothing can be opened any more, or somebody else signs in with that address
     */
    public Set<String> correct(SellerId seller, Opening opening, UUID person, String name, String email) {
        return transactions.in(seller, () -> {
            var row = rows.one(seller, person).orElseThrow(NoSuchPerson::new);
            var before = opened(seller, opening, row).orElseThrow(NoSuchPerson::new);
            var changed = new TreeSet<String>();
            if (!before.content().name().equals(name)) {
                changed.add("the name");
            }
            if (!before.content().email().equals(email)) {
                changed.add("the e-mail");
                lead(seller, row, before.content().email(), email);
            }
            var right = new StaffRecord(name, email, before.content().passwordHash());
            custody.in(seller, vault -> vault.onRequest(opening)
                    .correct(
                            StaffRecord.KIND,
                            List.of(new Sealing<>(StaffRecord.KIND, person, row.subject(), before.endsOn(), right))));
            return changed;
        });
    }

    /**
     * Destroys the address and the password of somebody who has left. The name stays to its end, under another subject, since
     * the journal has to say who opened what (Art 5(2), 17(3)(b)).
     *
     * @return whether there was anything to destroy
     * @throws StillWorksThere if they have not left
     */
    public boolean reduce(SellerId seller, Opening opening, UUID person) {
        return transactions.in(seller, () -> {
            var row = rows.one(seller, person).orElseThrow(NoSuchPerson::new);
            if (row.leftAt().isEmpty()) {
                throw new StillWorksThere();
            }
            var held = opened(seller, opening, row);
            var whole = held.filter(
                    record -> !(record.content().email() + record.content().passwordHash()).isBlank());
            whole.ifPresent(record -> {
                var fresh = SubjectId.random();
                var name = new StaffRecord(record.content().name(), "", "");
                custody.in(seller, vault -> {
                    var unused = vault.forget(List.of(row.subject()), Set.of(Purpose.STAFF), RULE);
                    vault.seal(List.of(new Sealing<>(StaffRecord.KIND, person, fresh, record.endsOn(), name)));
                    return fresh;
                });
                rows.sealedUnder(seller, person, fresh);
            });
            return whole.isPresent();
        });
    }

    private void lead(SellerId seller, Row row, String before, String email) {
        if (row.leftAt().isPresent() || Term.email(before).equals(Term.email(email))) {
            return;
        }
        try {
            routes.drop(seller, row.person());
            if (people.worksAt(seller, email)) {
                throw new ChangeAccess.AddressTaken();
            }
            routes.add(seller, row.person(), email);
        } catch (SignInRoutes.TakenHere atTheSameMoment) {
            throw new ChangeAccess.AddressTaken();
        }
    }

    private Optional<Outcome.Opened<StaffRecord>> opened(SellerId seller, Opening opening, Row row) {
        var ref = new RecordRef(row.person(), row.subject());
        var outcome = custody.in(seller, vault -> vault.onRequest(opening).open(StaffRecord.KIND, List.of(ref)))
                .get(row.person());
        return outcome instanceof Outcome.Opened<StaffRecord> opened ? Optional.of(opened) : Optional.empty();
    }

    private Map<String, Long> did(SellerId seller, UUID person) {
        var did = new LinkedHashMap<String, Long>();
        did.put("entries of the journal: what they opened", custody.in(seller, vault -> vault.journal()
                .by(person)));
        did.put("answers on whether the clock is right", clock.answersBy(seller, person));
        traces.orderedStream()
                .forEach(trace -> did.put(
                        trace.what(),
                        db.sql(trace.count())
                                .param("seller", seller.value())
                                .param("person", person)
                                .query(Long.class)
                                .single()));
        did.values().removeIf(count -> count == 0);
        return did;
    }

    /** Whoever works there needs their account. */
    public static final class StillWorksThere extends Refusal {
        StillWorksThere() {
            super("They still work here.", "End their access under People first.");
        }
    }
}
