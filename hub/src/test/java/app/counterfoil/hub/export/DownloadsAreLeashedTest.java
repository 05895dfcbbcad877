package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Nothing gives people's data out in bulk but the leash: whatever answers with something else than a page is looked at. */
@SpringBootTest(classes = {Counterfoil.class, HubPages.class})
class DownloadsAreLeashedTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();

    /** What gives something out that names none of the people of orders, or is one paper about one of them, and why. */
    private static final Map<String, String> ELSEWHERE = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /api/v1/openapi.json", "what the API is"),
            Map.entry("POST /api/v1/rights-requests", "how far a request is, of the person nothing"),
            Map.entry("GET /api/v1/rights-requests/{id}", "how far a request is, of the person nothing"),
            Map.entry("GET /bookkeeping/documents.csv", "sums of documents by our ids; nobody and no order"),
            Map.entry("GET /bookkeeping/journal.csv", "sums of documents by our ids; nobody and no order"),
            Map.entry("GET /disclosures/month.csv", "who received which categories; orders by our ids"),
            Map.entry("GET /reviews/evidence.csv", "reviews; no buyer in it, and staff by their ids"),
            Map.entry("GET /reviews/evidence.json", "reviews; no buyer in it, and staff by their ids"),
            Map.entry("GET /vat/{start}/documents.csv", "numbers of documents and sums; names nobody"),
            Map.entry("GET /payouts/{id}/lines.csv", "what the channel's own file says of orders; names nobody"),
            Map.entry("GET /payouts/{id}/differences.csv", "orders and sums; names nobody"),
            Map.entry("GET /vat/one-stop-shop/{scheme}/{start}/figures.csv", "sums by state and rate"),
            Map.entry(
                    "GET /vat/one-stop-shop/{scheme}/{start}/documents.csv",
                    "numbers of documents and sums; names nobody"),
            Map.entry("GET /ends/forecast", "days, purposes and numbers"),
            Map.entry(
                    "GET /breaches/{id}/regulator.txt", "numbers and categories; what staff wrote, for the regulator"),
            Map.entry("GET /breaches/{id}/incident.json", "numbers and categories; what staff wrote, for the record"),
            Map.entry("GET /breaches/{id}/drill.txt", "hours and minutes"),
            Map.entry("GET /register/processing.json", "names nobody but those who answer for the shop (Art 30)"),
            Map.entry("GET /register/processing.xlsx", "names nobody but those who answer for the shop (Art 30)"),
            Map.entry("GET /register/processing.pdf", "names nobody but those who answer for the shop (Art 30)"),
            Map.entry("GET /register/schema.json", "a schema"),
            Map.entry("GET /requests/bundle.schema.json", "a schema"),
            Map.entry("GET /requests/{id}/bundle.pdf", "what one person has asked for of themselves, locked for them"),
            Map.entry(
                    "GET /your-data/{id}/bundle.pdf",
                    "what one of the shop's people has asked for of themselves, locked"),
            Map.entry(
                    "POST /privacy/{shop}/copy/{knock}",
                    "what one person has asked for of themselves, locked for them"),
            Map.entry("GET /webhooks/newsletter/{shop}/{account}/{secret}", "whether anybody is there"),
            Map.entry("POST /webhooks/newsletter/{shop}/{account}/{secret}", "that it was heard"),
            Map.entry("GET /invoices/{id}/pdf", "one invoice, journalled"),
            Map.entry("GET /invoices/{id}/xml", "one invoice, journalled"),
            Map.entry("GET /invoices/{id}/ubl", "one invoice, journalled"),
            Map.entry("GET /orders/{id}/pro-forma", "one order's paper, journalled"),
            Map.entry("GET /invoices/look/sample", "a sale that never was"),
            Map.entry("GET /invoices/look/{id}/logo", "the shop's logo"),
            Map.entry("POST /dispatch/labels", "labels of the parcels ticked, journalled, to be stuck on"),
            Map.entry("GET /work/{id}/events", "how far a work is, without anything personal")));

    @Autowired
    private HubPages pages;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
    }

    @Test
    void whateverIsGivenOutGoesThroughTheLeashOrIsDeclaredWithItsReason() {
        assertThat(loose(pages.routes())).isEmpty();
        assertThat(pages.routes().keySet()).as("a row whose route is gone").containsAll(ELSEWHERE.keySet());
    }

    @Test
    void whatIsDeclaredDoesNotGoThroughTheLeashAsWell() {
        assertThat(ELSEWHERE.keySet()).noneMatch(route -> isLeashed(handler(route)));
        assertThat(pages.routes().entrySet())
                .filteredOn(route -> givesOut(route.getValue().getMethod()) && isLeashed(route.getValue()))
                .extracting(Map.Entry::getKey)
                .contains("GET /exports/{id}/file");
    }

    /** A door that somebody opens beside the leash. */
    static final class LooseDownload {
        public ResponseEntity<byte[]> everybody() {
            return ResponseEntity.ok(new byte[0]);
        }

        @ResponseBody
        public List<String> names() {
            return List.of();
        }
    }

    @Test
    void aDownloadBesideTheLeashIsFound() throws NoSuchMethodException {
        var loose = new LooseDownload();
        assertThat(loose(Map.of(
                        "GET /everybody.csv", new HandlerMethod(loose, "everybody"),
                        "GET /names", new HandlerMethod(loose, "names"))))
                .containsExactlyInAnyOrder("GET /everybody.csv", "GET /names");
    }

    private static List<String> loose(Map<String, HandlerMethod> routes) {
        var found = new ArrayList<String>();
        routes.forEach((route, handler) -> {
            if (givesOut(handler.getMethod()) && !isLeashed(handler) && !ELSEWHERE.containsKey(route)) {
                found.add(route);
            }
        });
        return found;
    }

    private HandlerMethod handler(String route) {
        return pages.routes().entrySet().stream()
                .filter(each -> each.getKey().equals(route))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it answers with something else than the name of a page. */
    private static boolean givesOut(Method method) {
        var type = method.getReturnType();
        return AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class)
                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), ResponseBody.class)
                || HttpEntity.class.isAssignableFrom(type)
                // A page or a file, as it turns out.
                || type == Object.class
                || StreamingResponseBody.class.isAssignableFrom(type)
                || type.getSimpleName().endsWith("Emitter")
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(each ->
                                each.getName().endsWith("servlet.http.HttpServletResponse") && type == void.class);
    }

    /** Whether what it gives out comes from the copies. */
    private static boolean isLeashed(HandlerMethod handler) {
        return Arrays.stream(handler.getBeanType().getDeclaredFields())
                .anyMatch(field -> field.getType() == Copies.class);
    }
}
