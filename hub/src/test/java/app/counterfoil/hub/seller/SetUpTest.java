package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The first owner comes in with a code from the console, and nobody else does. */
@ExtendWith(OutputCaptureExtension.class)
class SetUpTest {

    private static final Pattern CODE = Pattern.compile("It asks for this code: +([A-Z2-9]{5}(?:-[A-Z2-9]{5}){3})\n");
    private static final Map<String, String> RIGHT = Map.of(
            "tradingName", "New Shop",
            "address", "1 Example Row\r\nLeeds",
            "postcode", "ls19zz",
            "vatNumber", "gb 100 0000 34",
            "name", "Olivia Owner",
            "email", "owner@new.example",
            "password", "a sentence for the test");

    private final HubOfItsOwn hub = new HubOfItsOwn();

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void theFirstOwnerOpensTheShopWithTheCodeAndSignsIn(CapturedOutput console) throws Exception {
        var web = hub.start();
        assertThat(console).contains("Set up the first shop:  http://127.0.0.1:");
        var code = code(console);
        assertThat(page(web, "/set-up"))
                .contains("Code from the console", "VAT number")
                .doesNotContain(code);
        assertThat(page(web, "/sign-in")).contains("href=\"/set-up\"");

        var opened = send(web, code, RIGHT);

        assertThat(opened.getRedirectedUrl()).isEqualTo("/sign-in?opened");
        assertThat(page(web, "/sign-in?opened=")).contains("The shop is open").doesNotContain("href=\"/set-up\"");
        assertThat(hub.bean(SellerDetails.class).of(shops().get(0)))
                .isEqualTo(new Business("New Shop", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
        var signedIn = web.perform(post("/sign-in")
                        .param("email", "owner@new.example")
                        .param("password", "a sentence for the test")
                        .with(csrf()))
                .andReturn();
        assertThat(signedIn.getResponse().getRedirectedUrl()).isEqualTo("/orders");
    }

    @Test
    void theSetUpIsClosedOnceItWasUsed(CapturedOutput console) throws Exception {
        var web = hub.start();
        var code = code(console);
        send(web, code, RIGHT);
        assertThat(send(web, code, with("email", "other@new.example")).getStatus())
                .isEqualTo(404);
        assertThat(web.perform(get("/set-up")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        assertThat(shops()).hasSize(1);

        web = hub.start();
        assertThat(web.perform(get("/set-up")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        assertThat(console.toString().split("It asks for this code", -1)).hasSize(2);
    }

    @Test
    void anOperatorOpensAFurtherShopWithTheSettingAndANewCode(CapturedOutput console) throws Exception {
        var web = hub.start();
        send(web, code(console), RIGHT);
        web = hub.start("--counterfoil.set-up=true");
        assertThat(console).contains("Set up a further shop:");
        var old = code(console);
        var fresh = lastCode(console);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(send(web, old, with("email", "second@new.example")).getContentAsString())
                .contains("The code is not the one in the console.");
        // Somebody of the first shop signs in with it, too: that is no business of whoever opens the second.
        assertThat(send(web, fresh, RIGHT).getRedirectedUrl()).isEqualTo("/sign-in?opened");
        assertThat(shops()).hasSize(2);
        assertThat(web.perform(get("/set-up")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void everythingWrongIsSaidBesideItsFieldAndNothingTypedIsLostButThePassword(CapturedOutput console)
            throws Exception {
        var web = hub.start();
        var answer = send(
                web,
                code(console),
                Map.of(
                        "tradingName", "x".repeat(101),
                        "address", " ",
                        "postcode", "LS1",
                        "vatNumber", "GB100000035",
                        "name", "",
                        "email", "not an address",
                        "password", "too short"));
        assertThat(answer.getContentAsString())
                .contains("The business name is too long.", "The address is missing.", "The postcode is not a whole")
                .contains(
                        "wrong check digits",
                        "The name is missing.",
                        "The e-mail address is not a whole one.",
                        "The password has 9")
                .contains("x".repeat(101), "value=\"LS1\"", "GB100000035", "not an address")
                .doesNotContain("too short");
        assertThat(shops()).isEmpty();
        assertThat(send(web, code(console), RIGHT).getRedirectedUrl()).isEqualTo("/sign-in?opened");
    }

    @Test
    void whoHasNotTheCodeLearnsNothingAndIsSlowedDown(CapturedOutput console) throws Exception {
        var web = hub.start("--counterfoil.training=true");
        for (int i = 0; i < 5; i++) {
            assertThat(send(web, "AAAAA-AAAAA-AAAAA-AAAA" + "ABCDE".charAt(i), Map.of("email", "x"))
                            .getContentAsString())
                    .contains("The code is not the one in the console.")
                    .doesNotContain("has not the form", "is missing");
        }
        assertThat(send(web, code(console), RIGHT).getContentAsString()).contains("too many wrong codes");
        assertThat(shops()).isEmpty();
        hub.bean(TrainingClock.class).forward(1, turned -> {});
        var typed = code(console).toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(send(web, typed, RIGHT).getRedirectedUrl()).isEqualTo("/sign-in?opened");
    }

    @Test
    void aShopIsNotOpenedWithoutItsOwner() {
        hub.start();
        assertThatThrownBy(() -> hub.bean(OpenShop.class)
                        .open(TypedBusiness.of(RIGHT).business(), seller -> {
                            throw new IllegalStateException("no owner");
                        }))
                .hasMessage("no owner");
        assertThat(shops()).isEmpty();
    }

    private List<SellerId> shops() {
        return hub.bean(KnowsSellers.class).allSellers();
    }

    private static String code(CapturedOutput console) {
        return codes(console).get(0);
    }

    private static String lastCode(CapturedOutput console) {
        var all = codes(console);
        return all.get(all.size() - 1);
    }

    private static List<String> codes(CapturedOutput console) {
        return CODE.matcher(console).results().map(each -> each.group(1)).toList();
    }

    private static Map<String, String> with(String field, String value) {
        var typed = new LinkedHashMap<>(RIGHT);
        typed.put(field, value);
        return typed;
    }

    private static String page(MockMvc web, String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletResponse send(MockMvc web, String code, Map<String, String> typed) throws Exception {
        var asked = post("/set-up").param("code", code).with(csrf());
        typed.forEach(asked::param);
        return web.perform(asked).andReturn().getResponse();
    }
}
