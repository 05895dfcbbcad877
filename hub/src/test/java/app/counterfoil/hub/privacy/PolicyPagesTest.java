package app.counterfoil.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public page promises what is kept, says what the register says, and keeps every version that was published. */
class PolicyPagesTest extends PrivacyBench {

    @Autowired
    private Recipients recipients;

    @Autowired
    private ChangePolicy changePolicy;

    @Autowired
    private PolicyBookCheck books;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void everybodyReadsWhatIsKeptWhatIsDoneAndHowToAsk() throws Exception {
        var page = publicPage("");
        assertThat(page)
                .contains(
                        "Demo Shop (made up), 1 Example Row, Leeds, LS1 9ZZ.",
                        PolicySentence.NO_CARDS.sentence(),
                        "Legal basis: Art 6(1)(b): the contract of sale",
                        "Kept: 90 days after dispatch",
                        "6 years after the end of the accounting period",
                        "Royal Mail, United Kingdom: Name",
                        "Amazon, Luxembourg",
                        "Information Commissioner",
                        "/privacy/" + shop)
                .doesNotContain(PolicySentence.TWO_SITES.sentence(), PolicySentence.TOOLS.sentence())
                .doesNotContainIgnoringCase("anonym")
                .doesNotContainIgnoringCase("no personal information")
                .doesNotContain("Demo Owner", owner().id().toString());
    }

    @Test
    void itNamesWhomToAskAsTheRegisterHasItAndNobodyWhoHasLeft() throws Exception {
        assertThat(publicPage("")).doesNotContain("Whom to ask");
        assertThat(pages.page(owner(), "/promises/policy")).contains("Nobody is named whom people can ask");
        officer("Testa Demoson");
        pages.page(owner(), "/promises/policy");
        assertThat(publicPage("")).contains("Data protection officer", "Testa Demoson, dpo@shop.example");
        publicPage("");
        assertThat(openedForEverybody()).as("not once for each who looks").isEqualTo(1);
        policies.publish(owner());
        officer("Nextor Demoson");
        trainingClock.forward(1, unused -> {});
        assertThat(publicPage("")).contains("Nextor Demoson").doesNotContain("Testa Demoson");
        assertThat(publicPage("/versions/1")).doesNotContain("Testa", "Nextor");
    }

    private void officer(String name) throws Exception {
        assertThat(pages.asked(
                                owner(),
                                post("/register/contacts/OFFICER")
                                        .param("name", name)
                                        .param("reach", "dpo@shop.example"))
                        .getStatus())
                .isEqualTo(302);
    }

    private long openedForEverybody() {
        return transactions.in(shop, () -> db.sql(
                        "SELECT count(*) FROM vault_journal WHERE seller_id = :seller AND reason = 'PUBLIC_POLICY'")
                .param("seller", shop.value())
                .query(Long.class)
                .single());
    }

    @Test
    void itSaysWhatTheShopHasChosen() throws Exception {
        changePolicy.decide(shop, Purpose.SERVICE, 30, owner().id());
        assertThat(publicPage("")).contains("Kept: 30 days after dispatch");
    }

    @Test
    void aPublishedVersionStaysAsItWasWithItsDayAndHash() throws Exception {
        var first = policies.publish(owner());
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.hash()).hasSize(64);
        assertThatThrownBy(() -> policies.publish(owner())).hasMessageContaining("says what the published one says");
        changePolicy.decide(shop, Purpose.LABEL, 10, owner().id());
        var office = pages.page(owner(), "/promises/policy");
        assertThat(office).contains("What has changed since version 1", "10 days after it was made", "No longer:");
        assertThat(publicPage("")).contains("Version 1, published on").doesNotContain("10 days after it was made");
        var second = policies.publish(owner());
        assertThat(second.number()).isEqualTo(2);
        assertThat(publicPage("")).contains("Version 2, published on", "10 days after it was made");
        assertThat(publicPage("/versions/1")).contains("This is version 1", "21 days after it was made", first.hash());
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void whatIsNotKeptAnyMoreIsLeftOutUntilItIs() throws Exception {
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        policies.publish(owner());
        assertThat(publicPage("")).contains(PolicySentence.HANDED_OVER.sentence());
        recipients.end(shop, "ROYAL_MAIL", owner().id());
        trainingClock.forward(1, unused -> {});
        assertThat(publicPage("")).contains("left out today").doesNotContain(PolicySentence.HANDED_OVER.sentence());
        recipients.agree(
                shop, OutsideService.ROYAL_MAIL.usualAgreement(clock.today()), java.util.Optional.of(owner().id()));
        trainingClock.forward(1, unused -> {});
        assertThat(publicPage(""))
                .contains(PolicySentence.HANDED_OVER.sentence())
                .doesNotContain("left out today");
    }

    @Test
    void onlyWhoMayPublishDoesAndAskedForThePassword() throws Exception {
        for (var role : Role.values()) {
            var may = role == Role.OWNER || role == Role.DATA_PROTECTION;
            var person = shops.person(shop, role);
            assertThat(pages.asked(person, get("/promises/policy")).getStatus())
                    .as(role.title())
                    .isEqualTo(may ? 200 : 403);
            if (!may) {
                assertThat(pages.asked(person, post("/promises/policy")).getStatus())
                        .isEqualTo(403);
            }
        }
        assertThat(policies.all(shop)).isEmpty();
    }

    @Test
    void aShopOrAVersionThatIsNotThereLeadsNowhere() throws Exception {
        assertThat(pages.asked(get("/policy/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
        assertThat(pages.asked(get("/policy/" + shop + "/versions/7")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void anotherShopsPolicyIsItsOwn() throws Exception {
        policies.publish(owner());
        shop = shops.open("Testa Demoson's Shop (made up)", "");
        owner();
        assertThat(policies.all(shop)).isEmpty();
        assertThat(publicPage("")).contains("Testa Demoson", "Not published as a version yet");
    }

    @Test
    void nobodyChangesWhatWasPublishedAndWhoeverDoesPastTheProgramIsFound() {
        policies.publish(owner());
        for (var sql : List.of("UPDATE privacy_policy SET text = '[]'", "DELETE FROM privacy_policy")) {
            assertThatThrownBy(() -> transactions.run(shop, () -> db.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("42501");
        }
        DATABASE.change("UPDATE counterfoil.privacy_policy SET text = '[]' WHERE seller_id = '" + shop + "'");
        assertThat(books.of(shop).flaws())
                .extracting(Flaw::wrong)
                .singleElement()
                .asString()
                .contains("Version 1");
    }

    private String publicPage(String ending) throws Exception {
        var answer = pages.asked(get("/policy/" + shop + ending));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
