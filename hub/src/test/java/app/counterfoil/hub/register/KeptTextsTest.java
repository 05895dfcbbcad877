package app.counterfoil.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people add to the register is sealed, stands as long as it is needed, and makes the one before forgotten. */
class KeptTextsTest extends RegisterBench {

    private static final String NAME = "Ottilie Kanarienvogel";

    @Autowired
    private RegisterTexts texts;

    @Autowired
    private RegisterRows rows;

    @Autowired
    private RegisterBookCheck books;

    @Autowired
    private List<BookCheck> allBooks;

    @Autowired
    private Custody custody;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void theBooksAreWell() {
        assertThat(allBooks).contains(books);
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void whatIsSaidStandsOnThePageWithWhoSaidItAndWhen() throws Exception {
        say(KeptPart.OFFICER, NAME);
        var entry = texts.of(owner()).of(KeptPart.OFFICER).orElseThrow();
        assertThat(entry.text().name()).isEqualTo(NAME);
        assertThat(entry.changedBy()).isEqualTo(owner().id());
        assertThat(pages.page(owner(), "/register")).contains(NAME, "One thing is missing");
        assertThat(pages.page(owner(), "/register/contacts/OFFICER")).contains(NAME, "Written on");
    }

    @Test
    void whatWasSaidBeforeIsForgotten() {
        say(KeptPart.CONTACT, NAME);
        var before = ref();
        say(KeptPart.CONTACT, "Somebody else");
        assertThat(opened(before)).isNotInstanceOf(Outcome.Opened.class);
        assertThat(texts.of(owner()).all()).hasSize(1);
        say(KeptPart.CONTACT, "");
        assertThat(texts.of(owner()).all()).isEmpty();
        assertThat(transactions.in(shop, () -> db.sql("SELECT count(*) FROM register_text")
                        .query(Long.class)
                        .single()))
                .as("that it was changed stays")
                .isEqualTo(3);
    }

    @Test
    void aNoteStandsBesideItsPurposeAlone() throws Exception {
        var note = new KeptText("", "", "Weighed: " + NAME + " expects an answer.");
        texts.say(owner(), KeptPart.BASIS_NOTE, Optional.of(Purpose.SERVICE), note);
        var kept = texts.of(owner());
        assertThat(kept.noteOn(Purpose.SERVICE).orElseThrow().text()).isEqualTo(note);
        assertThat(kept.noteOn(Purpose.DELIVERY)).isEmpty();
        assertThat(pages.page(owner(), "/register")).containsOnlyOnce(NAME);
    }

    /** Nobody has to write the same again every year. */
    @Test
    void itIsCarriedOnAsLongAsItStands() {
        say(KeptPart.CONTACT, NAME);
        for (int month = 0; month < 26; month++) {
            trainingClock.forward(29, turned -> {});
        }
        assertThat(texts.of(owner()).of(KeptPart.CONTACT).orElseThrow().text().name())
                .isEqualTo(NAME);
    }

    @Test
    void nothingOfItStandsInAColumnOrPrints() {
        say(KeptPart.CONTACT, NAME);
        var kept = texts.of(owner());
        assertThat(kept.toString() + kept.all() + kept.all().get(0).text()).doesNotContain(NAME);
        assertThat(transactions.in(shop, () -> db.sql("SELECT string_agg(t::text, ' ') FROM register_text t")
                        .query(String.class)
                        .single()))
                .doesNotContain("Ottilie");
    }

    @Test
    void whatIsMissingPastTheProgramIsNamedByVerify() {
        say(KeptPart.CONTACT, NAME);
        var row = rows.standing(shop).get(0).ref();
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE record_id = '" + row.id() + "'");
        assertThat(books.of(shop).flaws())
                .extracting(flaw -> flaw.wrong())
                .containsExactly("What the register says of CONTACT is not there.");
        say(KeptPart.CONTACT, NAME);
        DATABASE.change("UPDATE counterfoil.register_text SET part = 'NOSE' WHERE seller_id = '" + shop + "'");
        assertThat(books.of(shop).flaws()).hasSize(2);
        DATABASE.change("UPDATE counterfoil.register_text SET part = 'CONTACT' WHERE seller_id = '" + shop + "'");
    }

    @Test
    void theApplicationTakesNothingBackOfWhoChangedWhatWhen() {
        say(KeptPart.CONTACT, NAME);
        assertThatThrownBy(() -> transactions.run(
                        shop, () -> db.sql("DELETE FROM register_text").update()))
                .hasStackTraceContaining("42501");
    }

    @Test
    void aPackerOpensNothingOfIt() {
        say(KeptPart.CONTACT, NAME);
        var packer = shops.person(shop, Role.PACKER);
        assertThatThrownBy(() -> texts.of(packer)).hasMessageContaining("Your role does not open");
    }

    @Test
    void aTextTooLongIsRefusedWithoutBeingSaidAgain() throws Exception {
        var asked = post("/register/contacts/CONTACT").param("name", NAME).param("reach", NAME.repeat(30));
        var answer = pages.asked(owner(), asked).getContentAsString();
        assertThat(answer).contains("Nothing is changed yet.", "Write at most 300 letters.");
        assertThatThrownBy(() ->
                        texts.say(owner(), KeptPart.CONTACT, Optional.empty(), new KeptText(NAME, NAME.repeat(30), "")))
                .isInstanceOf(TextUnusable.class)
                .hasMessageNotContaining("Ottilie");
    }

    private void say(KeptPart part, String name) {
        texts.say(owner(), part, Optional.empty(), new KeptText(name, "", ""));
    }

    private RecordRef ref() {
        return rows.standing(shop).get(0).ref();
    }

    private Outcome<KeptText> opened(RecordRef ref) {
        return custody.in(shop, vault -> vault.openOne(owner().opening(Purpose.STAFF, "TEST"), KeptText.KIND, ref));
    }
}
