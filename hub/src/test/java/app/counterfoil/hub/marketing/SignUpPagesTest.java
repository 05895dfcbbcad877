package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.seller.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** What people without an account do on the pages that are open to everybody, and what these tell of others: nothing. */
class SignUpPagesTest extends MarketingBench {

    @Test
    void somebodySignsUpConfirmsAndEndsIt() throws Exception {
        var email = fresh();
        assertThat(asked("/newsletter/" + shop)).contains("may write to me about its own goods");
        assertThat(signUp(email)).isEqualTo("/newsletter/" + shop + "/thanks");
        var confirm = "/newsletter/" + shop + "/confirm/" + confirmSecret(email);
        assertThat(asked(confirm)).contains("Yes, I agree");
        assertThat(stateOf(email)).as("looking is not agreeing").isEqualTo(ConsentState.AWAITING);
        assertThat(pressed(confirm)).contains("It is confirmed.");
        var end = "/unsubscribe/" + shop + "/" + withdrawSecret(email);
        var person = of(email).person();
        assertThat(asked(end)).contains("I want no more mail");
        assertThat(stateOf(email)).as("looking ends nothing").isEqualTo(ConsentState.LIVE);
        assertThat(pressed(end)).contains("It has ended");
        assertThat(consents.one(shop, person).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(pressed(confirm)).contains("not good any more");
    }

    @Test
    void nobodyLearnsWhoIsKnown() throws Exception {
        var known = fresh();
        live(known);
        var stopped = fresh();
        live(stopped);
        endConsent.byStaff(shop, of(stopped).person(), ConsentAct.OBJECTED, office.id());
        SANDBOX.mail().clear();
        for (var email : List.of(known, stopped, fresh())) {
            assertThat(signUp(email)).isEqualTo("/newsletter/" + shop + "/thanks");
            assertThat(mailTo(email).subject()).isEqualTo("Please confirm: mail from Demo Shop (made up)");
        }
        var secret = withdrawSecret(known);
        var unknown = LinkSecrets.fresh();
        assertThat(withoutSecrets(asked("/unsubscribe/" + shop + "/" + secret), secret))
                .isEqualTo(withoutSecrets(asked("/unsubscribe/" + shop + "/" + unknown), unknown));
        assertThat(withoutSecrets(pressed("/unsubscribe/" + shop + "/" + secret), secret))
                .isEqualTo(withoutSecrets(pressed("/unsubscribe/" + shop + "/" + unknown), unknown));
    }

    @Test
    void nobodyIsSentMoreThanThreeLettersADay() throws Exception {
        var email = fresh();
        for (int i = 0; i < 5; i++) {
            assertThat(signUp(email)).endsWith("/thanks");
        }
        letters.of(shop);
        assertThat(SANDBOX.mail().taken()).hasSize(3);
    }

    @Test
    void aShopWithoutWordsHasNoNewsletterAndAnUnknownOneNoPage() throws Exception {
        assertThat(asked("/newsletter/" + shops.open())).contains("sends no mail of this kind");
        for (var path : List.of("/newsletter/", "/unsubscribe/")) {
            var end = path.equals("/unsubscribe/") ? "/abcd" : "";
            assertThat(pages.asked(get(path + UUID.randomUUID() + end)).getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void thePagesOfTheShopTakeInLookUpAndEnd() throws Exception {
        var owner = shops.person(shop, Role.OWNER);
        assertThat(pages.page(owner, "/marketing")).contains("Nobody has agreed yet", "/newsletter/" + shop);
        var email = fresh();
        var form = post("/marketing/people")
                .param("consentProof", "PAPER")
                .param("wording", words.toString())
                .param("givenOn", clock.today().toString())
                .param("addresses", email + "\nsecretname");
        assertThat(pages.asked(owner, form).getContentAsString()).contains("Give the code of its place", "secretname");
        assertThat(pages.asked(owner, form.param("evidence", "box-3")).getRedirectedUrl())
                .isEqualTo("/marketing");
        assertThat(pages.page(owner, "/marketing"))
                .contains("Asked, not confirmed")
                .doesNotContain(email);
        assertThat(pages.page(owner, "/marketing/people?state=AWAITING")).contains(email);
        var found = pages.asked(owner, post("/marketing/search").param("email", email))
                .getRedirectedUrl();
        assertThat(found).isEqualTo("/marketing/people/" + of(email).person());
        assertThat(pages.page(owner, String.valueOf(found)))
                .contains(email, "BOX-3", "Version 1: Demo Shop", "Send the letter again");
        pages.asked(owner, post(found + "/ask"));
        assertThat(mailTo(email).text()).contains("/confirm/");
        pages.asked(owner, post(found + "/end").param("act", "OBJECTED"));
        assertThat(pages.page(owner, String.valueOf(found)))
                .contains("Address destroyed", "Objected to marketing")
                .doesNotContain(email);
        var gone = pages.perform(owner, post("/marketing/search").param("email", fresh()));
        assertThat(gone.getFlashMap().get("toast")).asString().contains("Nobody with that address");
    }

    private String signUp(String email) throws Exception {
        return String.valueOf(pages.asked(post("/newsletter/" + shop)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("email", email)
                        .param("wording", words.toString())
                        .param("agree", "true"))
                .getRedirectedUrl());
    }

    private String asked(String path) throws Exception {
        return pages.asked(get(path)).getContentAsString();
    }

    /** Each form has a token of its own. */
    private static String withoutSecrets(String page, String secret) {
        return page.replace(secret, "").replaceAll("value=\"[^\"]*\"", "");
    }
}
