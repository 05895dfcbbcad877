package app.counterfoil.hub.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The room's pages and what is taken along from them: numbers for the regulator, and nobody's name. */
class BreachPagesTest extends BreachBench {

    private static final BreachTexts TEXTS =
            new BreachTexts("A password was guessed.", "Unwanted letters", "Signed out everywhere", "");

    @Test
    void theDraftHasTheNumbersAndNoNameOfThoseAffected() throws Exception {
        var held = downloaded(shop, OutsideService.AMAZON);
        var packer = shops.person(shop, Role.PACKER);
        var from = clock.now();
        var names = names(held);
        openPeople.recipients(packer, "ORDER_LIST", held);
        var id = incident();
        var found = count(id, openedBy(packer, from));
        assertThat(found.people()).isEqualTo(held.size());
        breaches.write(owner(), id, TEXTS);
        breaches.decide(owner(), id, Ground.RISK_LIKELY);
        for (var ending : List.of("", "/regulator.txt", "/incident.json")) {
            assertThat(pages.page(owner(), "/breaches/" + id + ending))
                    .as(ending)
                    .contains("A password was guessed.", String.valueOf(held.size()))
                    .doesNotContain(names);
        }
        assertThat(pages.page(owner(), "/breaches/" + id + "/regulator.txt"))
                .contains(
                        "1 Who tells",
                        held.size() + " people, " + held.size() + " records",
                        "Delivery address",
                        "Risk to people: A risk to people is likely",
                        "6 Who else was told",
                        "Tell Amazon: not decided yet");
    }

    @Test
    void aDrillSaysSoFromBeginningToEndAndHowLongItTook() throws Exception {
        var id = breaches.open(owner(), told(true));
        breaches.write(owner(), id, TEXTS);
        assertThat(pages.page(owner(), "/breaches/" + id)).contains("This is a drill.", "Report of the drill");
        assertThat(pages.page(owner(), "/breaches/" + id + "/regulator.txt")).contains("THIS IS A DRILL");
        assertThat(pages.page(owner(), "/breaches/" + id + "/drill.txt"))
                .contains("To the texts of the regulator's form: 0 h 0 min", "To the end: not reached");
        assertThat(pages.page(owner(), "/breaches")).contains("No incident is on record", "Drill 1");
    }

    @Test
    void onlyOwnersAndDataProtectionComeIn() throws Exception {
        var id = incident();
        for (var role : Role.values()) {
            var may = role == Role.OWNER || role == Role.DATA_PROTECTION;
            var person = shops.person(shop, role);
            for (var path : List.of("/breaches", "/breaches/new", "/breaches/" + id)) {
                assertThat(pages.asked(person, get(path)).getStatus())
                        .as(role.title() + " " + path)
                        .isEqualTo(may ? 200 : 403);
            }
            var decided = pages.asked(person, post("/breaches/" + id + "/done").param("ground", "RISK_LIKELY"));
            assertThat(decided.getStatus()).as(role.title()).isEqualTo(may ? 302 : 403);
        }
    }

    @Test
    void aFormThatDoesNotFitKeepsWhatWasTyped() throws Exception {
        var answer = pages.asked(
                        owner(),
                        post("/breaches")
                                .param("cause", "BACKUP_LOST")
                                .param("foundAt", "2026-01-02T10:00")
                                .param("awareAt", "2026-01-02T10:00"))
                .getContentAsString();
        assertThat(answer).contains("Nothing is written down yet.", "Tick at least one.", "2026-01-02T10:00");
        assertThat(breaches.all(shop)).isEmpty();
    }

    @Test
    void aReasonOfTheOtherKindIsNotTaken() throws Exception {
        var id = incident();
        var answer = pages.asked(owner(), post("/breaches/" + id + "/done").param("ground", "RISK_UNLIKELY"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(breaches.one(shop, id).steps()).hasSize(1);
    }

    private String[] names(List<OrderFacts> held) {
        var reader = shops.person(shop, Role.SERVICE);
        return openPeople.recipients(reader, "ORDER_LIST", held).values().stream()
                .flatMap(outcome -> outcome.opened().stream())
                .flatMap(person -> List.of(person.name()).stream())
                .filter(name -> name.length() > 3)
                .toArray(String[]::new);
    }
}
