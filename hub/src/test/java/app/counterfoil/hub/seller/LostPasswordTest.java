package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.MadeUpShops;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An owner who has lost the password gets another with a code from the console; where none was asked for, nobody does. */
@ExtendWith(OutputCaptureExtension.class)
class LostPasswordTest {

    private static final Pattern CODE =
            Pattern.compile("/new-password\\s+It asks for this code: +([A-Z2-9]{5}(?:-[A-Z2-9]{5}){3})\n");
    private static final String OWNER = "owner@lost.example";
    private static final String OLD = MadeUpShops.PASSWORD;
    private static final String NEW = "another sentence for it";

    private final HubOfItsOwn hub = new HubOfItsOwn();

    @BeforeEach
    void aShop() {
        hub.start();
        var shop = hub.shops().open();
        hub.shops().person(shop, Role.OWNER, OWNER);
        hub.shops().person(shop, Role.PACKER, "packer@lost.example");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void theOwnerSignsInWithTheNewPasswordAndTheCodeIsSpent(CapturedOutput console) throws Exception {
        var web = hub.start("--counterfoil.new-password=true");
        assertThat(page(web, "/sign-in")).contains("href=\"/new-password\"");
        assertThat(page(web, "/new-password")).contains("Code from the console").doesNotContain(code(console));
        assertThat(give(web, code(console), OWNER, NEW).getRedirectedUrl()).isEqualTo("/sign-in?changed");
        assertThat(signIn(web, OLD)).isEqualTo("/sign-in?refused");
        assertThat(signIn(web, NEW)).isEqualTo("/orders");
        assertThat(give(web, code(console), OWNER, OLD).getStatus()).isEqualTo(404);
        assertThat(page(web, "/sign-in")).doesNotContain("/new-password");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndChangesNothing(CapturedOutput console) throws Exception {
        var web = hub.start("--counterfoil.new-password=true");
        assertThat(give(web, "AAAAA-AAAAA-AAAAA-AAAAA", OWNER, NEW).getContentAsString())
                .contains("The code is not the one in the console.", OWNER)
                .doesNotContain(NEW);
        for (var nobody : List.of("nobody@lost.example", "packer@lost.example", "")) {
            assertThat(give(web, code(console), nobody, NEW).getContentAsString())
                    .contains("No owner signs in with this e-mail address.");
        }
        assertThat(give(web, code(console), OWNER, "short").getContentAsString())
                .contains("Give a password of 12 characters or more");
        assertThat(signIn(web, OLD)).isEqualTo("/orders");
    }

    @Test
    void codesAreNotGuessed(CapturedOutput console) throws Exception {
        var web = hub.start("--counterfoil.new-password=true");
        for (int i = 0; i < 5; i++) {
            give(web, "AAAAA-AAAAA-AAAAA-AAAAA", OWNER, NEW);
        }
        assertThat(give(web, code(console), OWNER, NEW).getContentAsString()).contains("too many wrong codes");
    }

    @Test
    void withoutTheSettingThereIsNoSuchPage(CapturedOutput console) throws Exception {
        var web = hub.start();
        assertThat(console).doesNotContain("/new-password");
        assertThat(web.perform(get("/new-password")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        assertThat(give(web, "", OWNER, NEW).getStatus()).isEqualTo(404);
    }

    private static String code(CapturedOutput console) {
        return CODE.matcher(console)
                .results()
                .map(each -> each.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletResponse give(MockMvc web, String code, String email, String password)
            throws Exception {
        return web.perform(post("/new-password")
                        .param("code", code)
                        .param("email", email)
                        .param("password", password)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static @Nullable String signIn(MockMvc web, String password) throws Exception {
        return web.perform(post("/sign-in")
                        .param("email", OWNER)
                        .param("password", password)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static String page(MockMvc web, String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getContentAsString();
    }
}
