package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.journal.JournalAct;
import app.counterfoil.vault.store.Stories.Contact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An end that is brought forward is a real one, and nothing else changes by it. */
class ShorteningTest extends OneShopsVault {

    @BeforeEach
    void aBuyerIsHeldForNinetyDays() {
        database.run(seller, vault -> vault.seal(List.of(sealing(clock.today().plusDays(90)))));
    }

    @Test
    void aRecordOpensUntilItsEarlierDayAndNotOnIt() {
        assertThat(shorten(clock.today().plusDays(10))).isEqualTo(new Shortened(1, 0));
        clock.forward(9);
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
        clock.forward(1);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Ended.class);
        assertThat(database.count("SELECT count(*) FROM vault_bucket_secret WHERE wrapped IS NULL"))
                .isOne();
    }

    @Test
    void itIsFoundUnderTheKeyOfItsNewMonth() {
        shorten(clock.today().plusDays(10));
        assertThat(database.list(
                        seller,
                        vault -> vault.find(
                                opening(Purpose.DELIVERY),
                                Set.of(Purpose.DELIVERY),
                                Term.email("person1@example.com"))))
                .hasSize(1);
    }

    @Test
    void whatHasOutlivedItsNewDayIsGoneAtOnceAndWrittenDown() {
        assertThat(shorten(clock.today())).isEqualTo(new Shortened(0, 1));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Missing.class);
        assertThat(database.list(seller, vault -> vault.erasures().latest(10)))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.rule()).isEqualTo("POLICY_SHORTENED");
                    assertThat(ended.day()).contains(clock.today().plusDays(90));
                    assertThat(ended.records()).isOne();
                });
    }

    @Test
    void itsPersonMayBeToldToUsAgain() {
        shorten(clock.today());
        database.run(seller, vault -> vault.seal(List.of(sealing(clock.today().plusDays(7)))));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void askingAgainAndAskingForALaterDayChangeNothing() {
        shorten(clock.today().plusDays(10));
        assertThat(shorten(clock.today().plusDays(10))).isEqualTo(new Shortened(0, 0));
        assertThat(shorten(clock.today().plusDays(30))).isEqualTo(new Shortened(0, 0));
        assertThat(database.count("SELECT version FROM vault_record")).isEqualTo(2);
    }

    @Test
    void eachTimeStandsInTheJournal() {
        shorten(clock.today().plusDays(10));
        assertThat(database.list(seller, vault -> vault.journal().latest(10)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo(JournalAct.RESEAL);
                    assertThat(entry.records()).containsExactly(order);
                });
    }

    /** The honest limit: a row from before, put back beside the living keys, opens until the day it was sealed to. */
    @Test
    void aRowFromABackupMadeBeforeOpensUntilItsOldDayAndNoLonger() {
        database.asOwner("CREATE TABLE backup AS SELECT * FROM vault_record");
        shorten(clock.today().plusDays(10));
        clock.forward(20);
        database.addPartitions();
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        database.run(seller, vault -> vault.erasures().removeRemains());
        database.asOwner("INSERT INTO vault_record SELECT * FROM backup");
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
        clock.forward(70);
        database.addPartitions();
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Ended.class);
    }

    private Shortened shorten(LocalDate end) {
        return database.in(
                seller,
                vault -> vault.sealEarlier(
                        opening(Purpose.DELIVERY),
                        DELIVERY,
                        Map.of(new RecordRef(order, buyer), end),
                        "POLICY_SHORTENED"));
    }

    private Sealing<Contact> sealing(LocalDate end) {
        return new Sealing<>(DELIVERY, order, buyer, end, contact(1));
    }
}
