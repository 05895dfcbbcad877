package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;

/** Whoever has signed in is in until they go, their password or role is another, or their day is over; nobody else is. */
class SignedInTest extends PeopleBench {

    @Test
    void everyPageAsksForSigningIn() throws Exception {
        for (var route : pages.routes().keySet()) {
            if (Stream.of(" /sign-in", " /set-up", " /new-password").noneMatch(route::endsWith)
                    // Whom data is about has no account; what these pages tell is the same for everybody.
                    && !route.contains(" /api/v1/")
                    && !route.contains(" /privacy/{shop}")
                    && !route.contains(" /newsletter/{shop}")
                    && !route.contains(" /webhooks/newsletter/{shop}")
                    && !route.contains(" /unsubscribe/{shop}")
                    && !route.contains(" /policy/{shop}")
                    && !route.equals("GET /receipts/{shop}/{code}")) {
                var parts = route.split(" ", 2);
                var path = parts[1].replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
                var asked = pages.asked(request(HttpMethod.valueOf(parts[0]), path));
                assertThat(asked.getStatus()).as(route).isEqualTo(302);
                assertThat(asked.getRedirectedUrl()).as(route).endsWith("/sign-in");
            }
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichHalfWasWrong() throws Exception {
        for (var mailbox : List.of("owner", "nobody")) {
            var answer = signIn(mailbox, "not this one");
            assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?refused");
        }
    }

    @Test
    void everybodyChangesTheirOwnPasswordWithTheOldOne() throws Exception {
        var here = session("packer", PASSWORD);
        var elsewhere = session("packer", PASSWORD);
        assertThat(own(here, "not this one", OTHER)).contains("This is not your present password.");
        assertThat(own(here, PASSWORD, "short")).contains("The password has 5 characters.");
        assertThat(asked(here, get("/orders")).getStatus()).isEqualTo(200);

        var changed = asked(here, post("/password").param("old", PASSWORD).param("password", OTHER));

        assertThat(changed.getRedirectedUrl()).isEqualTo("/sign-in?changed");
        assertThat(asked(here, get("/sign-in").param("changed", "")).getContentAsString())
                .contains("Your password is changed.");
        assertThat(asked(elsewhere, get("/orders")).getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(signIn("packer", PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in?refused");
        assertThat(signIn("packer", OTHER).getRedirectedUrl()).isEqualTo("/orders");
    }

    @Test
    void aStolenSessionDoesNotGuessThePassword() throws Exception {
        var theirs = session("packer", PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(own(theirs, "not this one " + i, OTHER)).contains("not your present password");
        }
        assertThat(own(theirs, PASSWORD, OTHER)).contains("too many wrong tries");
    }

    @Test
    void theOwnerGivesANewFirstPassword() throws Exception {
        var theirs = session("packer", PASSWORD);
        assertThat(act("/password", Map.of("password", "short")).getContentAsString())
                .contains("The password has 5 characters.");
        act("/password", Map.of("password", OTHER));
        assertThat(asked(theirs, get("/orders")).getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(signIn("packer", PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in?refused");
        assertThat(signIn("packer", OTHER).getRedirectedUrl()).isEqualTo("/orders");
    }

    @Test
    void anotherRoleIsUsedAfterSigningInAnew() throws Exception {
        var theirs = session("packer", PASSWORD);
        assertThat(asked(theirs, get("/invoices")).getStatus()).isEqualTo(403);
        act("/role", Map.of("role", "BOOKKEEPER"));
        assertThat(asked(theirs, get("/dispatch")).getRedirectedUrl()).isEqualTo("/sign-in?ended");
        theirs = session("packer", PASSWORD);
        assertThat(asked(theirs, get("/invoices")).getStatus()).isEqualTo(200);
        assertThat(asked(theirs, get("/dispatch")).getStatus()).isEqualTo(403);
    }

    @Test
    void nobodyStaysSignedInForLongerThanAnyWorkingDay() throws Exception {
        var theirs = session("packer", PASSWORD);
        assertThat(asked(theirs, get("/orders")).getStatus()).isEqualTo(200);
        var old = new MockHttpSession() {
            @Override
            public long getLastAccessedTime() {
                return getCreationTime() + Duration.ofHours(12).toMillis() + 1;
            }
        };
        theirs.getAttributeNames()
                .asIterator()
                .forEachRemaining(name -> old.setAttribute(name, theirs.getAttribute(name)));
        assertThat(asked(old, get("/orders")).getRedirectedUrl()).isEqualTo("/sign-in?long");
        assertThat(old.isInvalid()).isTrue();
        assertThat(asked(new MockHttpSession(), get("/sign-in").param("long", ""))
                        .getContentAsString())
                .contains("signed in for twelve hours");
    }

    @Test
    void everybodySignsOutEverywhereAtOnce() throws Exception {
        var here = session("packer", PASSWORD);
        var elsewhere = session("packer", PASSWORD);
        assertThat(asked(here, get("/password")).getContentAsString()).contains("Sign out everywhere");
        assertThat(asked(here, post("/password/sign-out")).getRedirectedUrl()).isEqualTo("/sign-in?everywhere");
        assertThat(asked(here, get("/sign-in").param("everywhere", "")).getContentAsString())
                .contains("You are signed out everywhere.");
        assertThat(asked(elsewhere, get("/orders")).getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(asked(owners, get("/orders")).getStatus()).isEqualTo(200);
        assertThat(signIn("packer", PASSWORD).getRedirectedUrl()).isEqualTo("/orders");
    }

    @Test
    void anOwnerSignsSomebodyElseOutEverywhere() throws Exception {
        var theirs = session("packer", PASSWORD);
        assertThat(act("/sign-out", Map.of()).getRedirectedUrl()).isEqualTo("/people");
        assertThat(asked(theirs, get("/orders")).getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(signIn("packer", PASSWORD).getRedirectedUrl()).isEqualTo("/orders");
    }

    private String own(MockHttpSession session, String old, String fresh) throws Exception {
        return asked(session, post("/password").param("old", old).param("password", fresh))
                .getContentAsString();
    }
}
