package app.counterfoil.hub.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An incident goes from awareness to its end by steps that stay as they were written. */
class IncidentsTest extends BreachBench {

    private static final String NAME = "Ottilie Kanarienvogel";
    private static final BreachTexts TEXTS = new BreachTexts("A laptop was left in a train.", "Letters", NAME, "");

    @Autowired
    private BreachBookCheck books;

    @Autowired
    private TextsOfOpenIncidents carryOn;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void incidentsAreCountedInTheirShopAndDrillsByThemselves() {
        incident();
        breaches.open(owner(), told(true));
        incident();
        assertThat(breaches.all(shop)).extracting(Incident::name).containsExactly("B-2", "Drill 1", "B-1");
        shop = shops.open();
        incident();
        assertThat(breaches.all(shop)).extracting(Incident::name).containsExactly("B-1");
    }

    @Test
    void decisionsEitherWayAreRecordedWithTheirReasonAndAChangeOfMindLeavesBoth() {
        var id = incident();
        breaches.decide(owner(), id, Ground.RISK_UNLIKELY);
        breaches.decide(owner(), id, Ground.RISK_LIKELY);
        var file = breaches.one(shop, id);
        assertThat(file.steps())
                .extracting(Step::inWords)
                .containsExactly(
                        "Written down",
                        "Tell the regulator: not needed. A risk to people is unlikely",
                        "Tell the regulator: done. A risk to people is likely");
        assertThat(file.duties().get(0).isDone()).isTrue();
        assertThat(file.steps()).extracting(Step::person).containsOnly(owner().id());
    }

    @Test
    void itClosesOnceEverythingIsDecidedAndTakesNothingMoreAfterThat() {
        var id = incident();
        breaches.decide(owner(), id, Ground.RISK_UNLIKELY);
        assertThatThrownBy(() -> breaches.close(owner(), id))
                .hasMessageContaining("Not decided: Operator tells the seller, Write to the people");
        breaches.decide(owner(), id, Ground.RUNS_IT_ITSELF);
        breaches.decide(owner(), id, Ground.RISK_NOT_HIGH);
        breaches.close(owner(), id);
        assertThat(breaches.one(shop, id).closedAt()).isPresent();
        assertThatThrownBy(() -> breaches.write(owner(), id, TEXTS)).hasMessageContaining("closed");
        assertThatThrownBy(() -> breaches.decide(owner(), id, Ground.RISK_HIGH)).hasMessageContaining("closed");
        wellDone();
    }

    @Test
    void whatIsWrittenEndsThreeYearsAfterClosingAndIsCarriedOnWhileItIsOpen() {
        var open = incident();
        var closed = incident();
        trainingClock.forward(2, unused -> {});
        for (var ground : new Ground[] {Ground.RISK_UNLIKELY, Ground.RUNS_IT_ITSELF, Ground.RISK_NOT_HIGH}) {
            breaches.decide(owner(), closed, ground);
        }
        breaches.close(owner(), closed);
        assertThat(ends(closed)).isEqualTo(clock.today().plusYears(3));
        assertThat(ends(open)).isEqualTo(clock.today().plusYears(3).minusDays(2));
        carryOn.dayTurned(shop, ends(open).minusDays(31));
        assertThat(ends(open)).isEqualTo(clock.today().plusYears(3).minusDays(2));
        carryOn.dayTurned(shop, ends(open).minusDays(29));
        assertThat(ends(open)).isEqualTo(clock.today().plusYears(3));
    }

    @Test
    void nothingWrittenStandsInAColumnOrPrintsAndAPackerOpensNothing() {
        var id = incident();
        breaches.write(owner(), id, TEXTS);
        var rows = transactions.in(
                shop,
                () -> db.sql("SELECT string_agg(t::text, ' ') FROM breach_incident t")
                                .query(String.class)
                                .single()
                        + db.sql("SELECT string_agg(t::text, ' ') FROM breach_step t")
                                .query(String.class)
                                .single());
        assertThat(rows + TEXTS).doesNotContain("laptop", "Ottilie");
        var packer = shops.person(shop, Role.PACKER);
        assertThatThrownBy(() -> breaches.texts(packer, breaches.one(shop, id).incident()))
                .hasMessageContaining("Your role does not open");
    }

    @Test
    void theApplicationChangesNoStepAndTakesNoneBack() {
        incident();
        for (var sql : new String[] {
            "UPDATE breach_step SET ground = 'RISK_HIGH'",
            "DELETE FROM breach_step",
            "UPDATE breach_scope SET people = 0",
            "UPDATE breach_incident SET aware_at = now()",
            "DELETE FROM breach_incident"
        }) {
            assertThatThrownBy(() -> transactions.run(shop, () -> db.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("42501");
        }
    }

    @Test
    void whatIsChangedPastTheProgramIsFoundInWhateverStepItWas() {
        for (var change : new String[] {
            "UPDATE counterfoil.breach_step SET ground = 'RISK_UNLIKELY' WHERE ground = 'RISK_LIKELY'",
            "UPDATE counterfoil.breach_step SET at = at - interval '1 hour' WHERE step_no = 1",
            "DELETE FROM counterfoil.breach_step WHERE step_no = 2",
            "DELETE FROM counterfoil.breach_step WHERE step_no = 4",
            "UPDATE counterfoil.breach_scope SET people = people + 1",
            "UPDATE counterfoil.breach_scope SET contacts = ARRAY[seller_id]",
            "UPDATE counterfoil.breach_incident SET aware_at = aware_at + interval '9 hours'",
            "DELETE FROM counterfoil.vault_record WHERE kind = 'breach.texts'"
        }) {
            shop = shops.open();
            var id = incident();
            breaches.decide(owner(), id, Ground.RISK_LIKELY);
            count(id, about(Asked.CHANNEL, OutsideService.EBAY));
            breaches.decide(owner(), id, Ground.RISK_NOT_HIGH);
            wellDone();
            var where = change.contains("WHERE") ? " AND " : " WHERE ";
            DATABASE.change(change + where + "seller_id = '" + shop + "'");
            assertThat(books.of(shop).flaws())
                    .as(change)
                    .extracting(Flaw::wrong)
                    .singleElement()
                    .asString()
                    .contains(id.toString());
        }
    }

    @Test
    void aTimeToComeOrAnAwarenessBeforeTheFindingIsRefused() {
        var now = clock.now();
        var ahead = new Incident.Told(
                false, told(false).harms(), Cause.OTHER, Optional.empty(), now, now.plusSeconds(3_600));
        assertThatThrownBy(() -> breaches.open(owner(), ahead)).hasMessageContaining("still to come");
        var early = new Incident.Told(
                false, told(false).harms(), Cause.OTHER, Optional.empty(), now, now.minusSeconds(3_600));
        assertThatThrownBy(() -> breaches.open(owner(), early)).hasMessageContaining("before it was found");
        assertThat(breaches.all(shop)).isEmpty();
    }

    @Test
    void anIncidentOfAnotherShopIsNotThere() {
        var id = incident();
        shop = shops.open();
        assertThatThrownBy(() -> breaches.one(shop, id)).hasMessageContaining("no such incident");
        assertThatThrownBy(() -> breaches.one(shop, new UUID(1, 1))).hasMessageContaining("no such incident");
    }

    private LocalDate ends(UUID incident) {
        return custody.in(shop, vault -> vault.endsOf(BreachTexts.KIND, List.of(incident)))
                .getOrDefault(incident, LocalDate.MIN);
    }

    private void wellDone() {
        assertThat(books.of(shop).flaws()).isEmpty();
    }
}
