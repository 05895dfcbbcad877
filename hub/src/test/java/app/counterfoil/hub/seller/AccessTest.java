package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** People come, change what they do, and leave: what they may do ends at once, what is kept on them a year later. */
@SpringBootTest(classes = Counterfoil.class)
class AccessTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String PASSWORD = "a sentence for the test";
    private static final String OTHER = "another sentence for it";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private ChangeAccess changeAccess;

    @Autowired
    private ChangePassword changePassword;

    @Autowired
    private People people;

    @Autowired
    private LongWork longWork;

    @Autowired
    private PersonRows rows;

    @Autowired
    private SignInRoutes routes;

    @Autowired
    private Custody custody;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private BusinessClock clock;

    private MockMvc web;
    private String host = "";
    private SellerId shop = new SellerId(new UUID(0, 0));
    private SignedIn owner;
    private SignedIn packer;
    private MockHttpSession owners;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void anOwnerAndAPacker() throws Exception {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        host = UUID.randomUUID() + ".example";
        shop = openShop.open(new Business("Shop", List.of("1 Example Row"), "LS1 9ZZ", ""));
        owner = added(Role.OWNER, "Olivia", "owner");
        packer = added(Role.PACKER, "Pat Packer", "packer");
        owners = session("owner", PASSWORD);
    }

    @Test
    void whoLeavesIsOutAtOnceAndDoesNotComeInAgain() throws Exception {
        var theirs = session("packer", PASSWORD);
        assertThat(asked(theirs, get("/orders")).getStatus()).isEqualTo(200);

        assertThat(act("/end", Map.of("sure", "true")).getRedirectedUrl()).isEqualTo("/people");

        assertThat(asked(theirs, get("/orders")).getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(theirs.isInvalid()).isTrue();
        assertThat(signIn("packer", PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in?refused");
        assertThat(routes.of("packer@" + host)).isEmpty();
        assertThat(asked(owners, get("/orders")).getStatus()).isEqualTo(200);
        assertThat(asked(owners, get("/people")).getContentAsString())
                .contains("Have left", "Pat Packer", "Give access back to Pat Packer")
                .doesNotContain("packer@" + host);
        assertThat(asked(owners, get("/journal")).getContentAsString()).doesNotContain("Somebody who left");
    }

    @Test
    void anEndHasToBeMeantAndNeverHitsOneselfOrTheLastOwner() throws Exception {
        assertThat(act("/end", Map.of()).getContentAsString()).contains("Nothing was ended yet.");
        assertThat(asked(owners, post("/people/" + owner.id() + "/end").param("sure", "true"))
                        .getContentAsString())
                .contains("You cannot end your own access.");
        assertThat(asked(owners, post("/people/" + owner.id() + "/role").param("role", "PACKER"))
                        .getContentAsString())
                .contains("The business would have no owner any more.");
        assertThat(people.all(owner)).hasSize(2);
    }

    @Test
    void twoOwnersWhoPutEachOtherOutAtTheSameMomentLeaveOneOfThem() throws Exception {
        var other = added(Role.OWNER, "Otto", "other");
        var barrier = new CyclicBarrier(2);
        var workers = Executors.newFixedThreadPool(2);
        var ends = Stream.of(Map.entry(owner, other), Map.entry(other, owner))
                .<Future<?>>map(pair -> workers.submit(() -> {
                    barrier.await();
                    try {
                        changeAccess.end(pair.getKey(), pair.getValue().id());
                    } catch (ChangeAccess.NoOwnerLeft refused) {
                        return refused;
                    }
                    return null;
                }))
                .toList();
        var refused = 0;
        for (var end : ends) {
            refused += end.get() == null ? 0 : 1;
        }
        workers.shutdown();
        assertThat(refused).isOne();
        assertThat(rows.working(shop).stream().filter(row -> row.role() == Role.OWNER))
                .hasSize(1);
    }

    @Test
    void accessIsGivenBackWithThePasswordThereWas() throws Exception {
        act("/end", Map.of("sure", "true"));
        assertThat(act("/back", Map.of()).getRedirectedUrl()).isEqualTo("/people");
        assertThat(signIn("packer", PASSWORD).getRedirectedUrl()).isEqualTo("/orders");
        assertThat(people.left(owner)).isEmpty();
        assertThat(act("/back", Map.of()).getStatus())
                .as("who is there comes not back")
                .isEqualTo(404);
    }

    @Test
    void accessIsNotGivenBackWhereSomebodyElseSignsInWithTheAddress() throws Exception {
        act("/end", Map.of("sure", "true"));
        added(Role.SERVICE, "Pia", "packer");
        var answer = asked(owners, post("/people/" + packer.id() + "/back"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/people");
        assertThatThrownBy(() -> changeAccess.giveBack(owner, packer.id()))
                .isInstanceOf(ChangeAccess.AddressTaken.class);
        assertThat(people.left(owner)).hasSize(1);
    }

    @Test
    void aChangeThatComesTooLateDoesNotGiveAccessBack() {
        changeAccess.end(owner, packer.id());
        assertThatThrownBy(() -> changePassword.own(packer, PASSWORD, OTHER)).isInstanceOf(NoSuchPerson.class);
        assertThatThrownBy(() -> changeAccess.role(owner, packer.id(), Role.OWNER))
                .isInstanceOf(NoSuchPerson.class);
        assertThatThrownBy(() -> rows.does(shop, packer.id(), Role.OWNER)).isInstanceOf(NoSuchPerson.class);
        assertThatThrownBy(() -> rows.signsInAnew(shop, packer.id())).isInstanceOf(NoSuchPerson.class);
        assertThat(rows.one(shop, packer.id()).orElseThrow().leftAt()).isPresent();
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

    @ParameterizedTest
    @ValueSource(strings = {"end", "sign-out", "role"})
    void whatSomebodyHasStartedStopsAtItsNextStepWhenTheirAccessIsTaken(String how) throws Exception {
        var before = new CountDownLatch(1);
        var after = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var steps = new AtomicInteger();
        var path = startedBy(packer, progress -> {
            try {
                progress.report(steps.incrementAndGet(), 3, "One parcel of three");
                before.countDown();
                after.await();
                progress.report(steps.incrementAndGet(), 3, "Two parcels of three");
                steps.incrementAndGet();
                return new LongWork.Done("All are booked.", "/dispatch", "Go on");
            } finally {
                ended.countDown();
            }
        });
        before.await();
        act("/" + how, Map.of("sure", "true", "role", "SERVICE"));
        after.countDown();
        ended.await();
        assertThat(steps).hasValue(2);
        if (how.equals("end")) {
            act("/back", Map.of());
        }
        var theirs = session("packer", PASSWORD);
        while (asked(theirs, get(path)).getContentAsString().contains("data-work")) {
            Thread.onSpinWait();
        }
        assertThat(asked(theirs, get(path)).getContentAsString())
                .contains("It was stopped, because whoever started it", "Look at what is left, and start it again.");
    }

    private String startedBy(SignedIn person, LongWork.Work work) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            return longWork.start(
                    "Booking",
                    shop.toString(),
                    person.id().toString(),
                    new LongWork.Back("/dispatch", "Back to dispatch"),
                    work);
        } finally {
            SecurityContextHolder.clearContext();
        }
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
    void aYearAfterLeavingTheNameIsUnreadableAndTheJournalIsAsItWasWritten() throws Exception {
        trainingClock.forward(40, turned -> {});
        changeAccess.end(owner, packer.id());
        var leaves = clock.today();
        assertThat(people.left(owner).get(0).endsOn()).isEqualTo(leaves.plusDays(365));

        trainingClock.forward(360, turned -> {});
        assertThat(people.left(owner).get(0).shownName()).isEqualTo("Pat Packer");
        trainingClock.forward(5, turned -> {});

        assertThat(clock.today()).isEqualTo(leaves.plusDays(365));
        assertThat(people.left(owner)).isEmpty();
        var row = rows.one(shop, packer.id()).orElseThrow();
        Outcome<StaffRecord> outcome = Objects.requireNonNull(custody.in(
                        shop,
                        vault -> vault.open(
                                owner.opening(Purpose.STAFF, "TEST"),
                                StaffRecord.KIND,
                                List.of(new RecordRef(row.person(), row.subject()))))
                .get(row.person()));
        assertThat(outcome.opened()).isEmpty();
        assertThatThrownBy(() -> changeAccess.giveBack(owner, packer.id())).isInstanceOf(NoSuchPerson.class);
        assertThat(custody.in(shop, vault -> vault.journal().check()).flaws()).isEmpty();
        assertThat(people.all(owner)).as("who still works there").hasSize(1);
        assertThat(asked(session("owner", PASSWORD), get("/people")).getContentAsString())
                .contains("Olivia")
                .doesNotContain("Pat Packer");
    }

    private SignedIn added(Role role, String name, String mailbox) {
        addPerson.add(shop, role, name, mailbox + "@" + host, PASSWORD);
        return people.byEmail(mailbox + "@" + host).orElseThrow();
    }

    private MockHttpServletResponse act(String act, Map<String, String> typed) throws Exception {
        var request = post("/people/" + packer.id() + act);
        typed.forEach(request::param);
        return asked(owners, request);
    }

    private String own(MockHttpSession session, String old, String fresh) throws Exception {
        return asked(session, post("/password").param("old", old).param("password", fresh))
                .getContentAsString();
    }

    private MockHttpServletResponse asked(MockHttpSession session, MockHttpServletRequestBuilder request)
            throws Exception {
        return web.perform(request.session(session).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse signIn(String mailbox, String password) throws Exception {
        return web.perform(signingIn(mailbox, password)).andReturn().getResponse();
    }

    private MockHttpSession session(String mailbox, String password) throws Exception {
        var session = web.perform(signingIn(mailbox, password))
                .andReturn()
                .getRequest()
                .getSession(false);
        return (MockHttpSession) Objects.requireNonNull(session);
    }

    private MockHttpServletRequestBuilder signingIn(String mailbox, String password) {
        return post("/sign-in")
                .param("email", mailbox + "@" + host)
                .param("password", password)
                .with(csrf());
    }
}
