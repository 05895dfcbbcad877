package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People leave, and some come back: what they may do ends at once, what is kept on them a year later. */
class LeaversTest extends PeopleBench {

    @Autowired
    private ChangeAccess changeAccess;

    @Autowired
    private ChangePassword changePassword;

    @Autowired
    private LongWork longWork;

    @Autowired
    private PersonRows rows;

    @Autowired
    private SignInRoutes routes;

    @Autowired
    private Custody custody;

    @Autowired
    private BusinessClock clock;

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
}
