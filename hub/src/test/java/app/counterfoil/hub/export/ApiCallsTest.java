package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.shell.LongWork;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs come in with their tokens, are answered as the document says, and learn of nobody what they are not to know. */
class ApiCallsTest extends ExportBench {

    private static final String REQUESTS = "/api/v1/rights-requests";
    private static final String EXPORTS = "/api/v1/exports";
    private static final String NAME = "Ottilie Kanarienvogel";
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Requests requests;

    @Autowired
    private LongWork longWork;

    private String token = "";

    @BeforeEach
    void aProgramThatMayDoEverything() {
        token = tokens.make(owner(), "Help desk", Set.of(ApiScope.values()), ApiTokens.USUAL_DAYS);
    }

    @Test
    void aRequestIsTakenInOnceAndNobodyIsNamedInTheAnswer() throws Exception {
        var body = Map.of("kind", "ERASURE", "name", NAME, "email", "o@buyer.example", "receivedOn", "2026-01-02");
        var first = posted(REQUESTS, "a-key-of-mine", body);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getContentAsString()).doesNotContain("Ottilie", "buyer.example");
        var id = UUID.fromString(json(first).path("id").asString());
        assertThat(first.getHeader("Location")).isEqualTo(REQUESTS + "/" + id);
        assertThat(json(posted(REQUESTS, "a-key-of-mine", body)).path("id").asString())
                .isEqualTo(id.toString());
        assertThat(requests.underWay(shop, 10)).singleElement().satisfies(request -> {
            assertThat(request.id()).isEqualTo(id);
            assertThat(request.door()).isEqualTo(Door.API);
        });
        var other = posted(REQUESTS, "a-key-of-mine", Map.of("kind", "ACCESS"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("Choose a new key for a new call.");
        var state = got(REQUESTS + "/" + id);
        assertThat(json(state).path("state").asString()).isEqualTo("OPEN");
        assertThat(json(state).path("answerBy").asString()).isEqualTo("2026-02-02");
        assertThat(state.getContentAsString()).doesNotContain("Ottilie");
    }

    @Test
    void whatCannotBeUsedIsNamedFieldByFieldAndNotSaidAgain() throws Exception {
        var answer = posted(
                REQUESTS,
                "another-key",
                Map.of(
                        "kind",
                        NAME,
                        "receivedOn",
                        "2999-01-01",
                        "phone",
                        NAME.repeat(20),
                        "orderNumbers",
                        List.of("")));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(json(answer).path("fields").findValuesAsString("name"))
                .containsExactly("kind", "receivedOn", "phone", "orderNumbers");
        assertThat(answer.getContentAsString()).contains("Give one of ACCESS, ").doesNotContain("Ottilie");
        for (var bad :
                List.of("", "[]", "{", "null", "{\"kind\":\"ACCESS\",\"knid\":\"" + NAME + "\"}", "x".repeat(70_000))) {
            var refused = sent(REQUESTS, "another-key", bad);
            assertThat(refused.getStatus()).as(bad).isEqualTo(400);
            assertThat(refused.getContentAsString())
                    .contains("\"body\"", "\"mend\"")
                    .doesNotContain("Ottilie");
        }
        var wrong = posted(EXPORTS, "another-key", Map.of("purpose", "SERVICE", "reason", "x", "days", 99));
        assertThat(json(wrong).path("fields").findValuesAsString("name")).containsExactly("reason", "days");
        var noKey = pages.asked(withToken(post(REQUESTS))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"));
        assertThat(noKey.getContentAsString()).contains("\"Idempotency-Key\"", "It is missing: send it.");
        assertThat(requests.underWay(shop, 10)).isEmpty();
    }

    @Test
    void aFileIsMadeAndFetchedUnderTheLeashInTheNameOfTheProgram() throws Exception {
        var from = clock.now();
        var begun = posted(EXPORTS, "a-file-please", Map.of("purpose", "DELIVERY", "reason", "for the test"));
        assertThat(begun.getStatus()).isEqualTo(202);
        var path = EXPORTS + "/" + json(begun).path("id").asString();
        var state = json(got(path));
        while (state.path("state").asString().equals("MAKING")) {
            Thread.onSpinWait();
            state = json(got(path));
        }
        assertThat(state.path("canBeFetched").asBoolean()).isTrue();
        assertThat(state.path("rowsWithPeople").asInt()).isPositive();
        assertThat(json(posted(EXPORTS, "a-file-please", Map.of("purpose", "DELIVERY", "reason", "for the test")))
                        .path("number")
                        .asInt())
                .isEqualTo(state.path("number").asInt());
        assertThat(copies.latest(shop, 10)).hasSize(1);
        assertThat(got(path + "/file").getContentAsString(StandardCharsets.UTF_8))
                .contains("made by the program Help desk on", "Testa Demoson-");
        var program = tokens.all(shop).get(0).id();
        var opened = custody.in(shop, vault -> vault.journal().opened(from, LATER, Optional.of(program)));
        assertThat(opened).containsOnlyKeys("order.recipient", "export.delivery");
        assertThat(disclosures.ofOrders(
                        shop, all().stream().map(order -> order.id().value()).toList()))
                .extracting(entry -> entry.what().person())
                .containsOnly(Optional.of(program));
        assertThat(pages.page(owner(), "/journal")).contains("Program: Help desk");
        assertThat(disclosures.to(shop, Disclosure.OWN_COPY, from, LATER)).isNotEmpty();
    }

    @Test
    void aFileForWhichThereIsNoRoomIsNotLeftAsBeingMade() throws Exception {
        var goOn = new CountDownLatch(1);
        assertThatThrownBy(() -> waitsWithoutEnd(goOn)).isInstanceOf(LongWork.TooMuchWork.class);
        var refused = posted(EXPORTS, "no-room-for-it", Map.of("purpose", "DELIVERY", "reason", "for the test"));
        goOn.countDown();
        assertThat(refused.getContentAsString()).contains("Wait until some are done and start this one again.");
        assertThat(copies.latest(shop, 10)).extracting(Copy::state).containsExactly(CopyState.STOPPED);
    }

    private void waitsWithoutEnd(CountDownLatch goOn) {
        for (int work = 0; work < 100; work++) {
            var unused = longWork.start(
                    "Waiting", shop.toString(), "nobody", new LongWork.Back("/orders", "Back"), progress -> {
                        goOn.await();
                        return new LongWork.Done("Done.", "/orders", "Go on");
                    });
        }
    }

    @Test
    void aTokenOpensWhatItsScopesNameAndNothingElse() throws Exception {
        var copy = made(owner(), wish(ExportPurpose.SERVICE));
        token = tokens.make(owner(), "Carrier", Set.of(ApiScope.EXPORT_DELIVERY), ApiTokens.USUAL_DAYS);
        assertThat(got(EXPORTS + "/" + copy.id()).getStatus()).isEqualTo(403);
        assertThat(got(EXPORTS + "/" + copy.id() + "/file").getStatus()).isEqualTo(403);
        assertThat(posted(EXPORTS, "a-key-of-mine", Map.of("purpose", "FACTS", "reason", "for the test"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(posted(REQUESTS, "a-key-of-mine", Map.of("kind", "ACCESS")).getStatus())
                .isEqualTo(403);
        assertThat(got("/api/v1/orders").getStatus()).isEqualTo(403);
        token = "cfk_none";
        var nobody = got(EXPORTS + "/" + copy.id());
        assertThat(nobody.getStatus()).isEqualTo(401);
        assertThat(nobody.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(nobody.getContentAsString()).contains("\"mend\"").doesNotContain("cfk_none");
        assertThat(copies.fetches(shop, copy.id())).isEmpty();
    }

    @Test
    void aCopyOfAnotherShopIsNotThere() throws Exception {
        var copy = made(owner(), wish(ExportPurpose.SERVICE));
        shop = shops.open();
        token = tokens.make(owner(), "Help desk", Set.of(ApiScope.values()), ApiTokens.USUAL_DAYS);
        assertThat(got(EXPORTS + "/" + copy.id()).getStatus()).isEqualTo(404);
        assertThat(got(REQUESTS + "/" + new UUID(1, 1)).getStatus()).isEqualTo(404);
    }

    @Test
    void theDocumentNamesEveryDoorOfTheApiAndNoOther() throws Exception {
        var doors = new TreeSet<String>();
        var document = JSON.readTree(pages.asked(get("/api/v1/openapi.json")).getContentAsByteArray());
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> doors.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(pages.routes().keySet().stream().filter(route -> route.contains(" /api/")))
                .containsExactlyInAnyOrderElementsOf(doors);
    }

    private MockHttpServletResponse got(String path) throws Exception {
        var answer = pages.asked(withToken(get(path)));
        asTheDocumentSays(SimpleRequest.Builder.get(path), Method.GET, path, answer);
        return answer;
    }

    private MockHttpServletResponse posted(String path, String key, Map<String, ?> body) throws Exception {
        return sent(path, key, JSON.writeValueAsString(body));
    }

    private MockHttpServletResponse sent(String path, String key, String body) throws Exception {
        var answer = pages.asked(withToken(post(path))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
        asTheDocumentSays(SimpleRequest.Builder.post(path), Method.POST, path, answer);
        return answer;
    }

    private MockHttpServletRequestBuilder withToken(MockHttpServletRequestBuilder call) {
        return call.header("Authorization", "Bearer " + token);
    }

    /** Every answer is one that the document foresees, in its shape. */
    private static void asTheDocumentSays(
            SimpleRequest.Builder asked, Method method, String path, MockHttpServletResponse answer) throws Exception {
        if (path.equals("/api/v1/orders")) {
            return;
        }
        var given = SimpleResponse.Builder.status(answer.getStatus())
                .withContentType(answer.getContentType())
                .withBody(answer.getContentAsString(StandardCharsets.UTF_8))
                .build();
        var report = Document.READ.validateResponse(asked.build().getPath(), method, given);
        assertThat(report.getMessages().stream()
                        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                        .map(Object::toString))
                .as(method + " " + path)
                .isEmpty();
    }

    private static final class Document {
        static final OpenApiInteractionValidator READ =
                OpenApiInteractionValidator.createFor("/api/v1.json").build();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
