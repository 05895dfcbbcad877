package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the house that are read from its sources, and for each a source that breaks it. */
class SourceRulesTest {

    private static final String[] HUB_AND_VAULT = {"hub/src/main/java", "vault/src/main/java"};
    private static final Path HUB_MIGRATIONS = Sources.HOUSE.resolve("hub/src/main/resources/db/migration");
    private static final Path TEMPLATES = Sources.HOUSE.resolve("hub/src/main/resources/templates");
    private static final OwnThings OWN = new OwnThings(
            List.of(HUB_MIGRATIONS, Sources.HOUSE.resolve("vault/src/main/resources/db/migration")), TEMPLATES);

    @Test
    void noFileAndNoMethodIsTooLongToReadTestsIncluded() {
        for (var part : List.of("src/main/java", "src/test/java")) {
            var house = Sources.read(ofEveryModule(part));
            assertThat(house.units()).hasSizeGreaterThan(200);
            assertThat(Lengths.violations(house)).isEmpty();
        }
    }

    @Test
    void aLongMethodAndALongFileAreFound() {
        var body = "        count++;\n".repeat(400);
        var broken = Sources.madeUp("Long.java", "class Long {\n    void go(int count) {\n" + body + "    }\n}\n");
        assertThat(Lengths.violations(broken))
                .containsExactly("Long.java has 404 lines; at most 400", "Long.java:2 go has 402 lines; at most 40");
    }

    @Test
    void onlyTheirOwnPackagesNameVendors() {
        assertThat(VendorWords.violations(Sources.read(HUB_AND_VAULT))).isEmpty();
    }

    @Test
    void aVendorThatIsNamedElsewhereIsFound() {
        var code =
                """
                package app.counterfoil.hub.order;
                class Curious {
                    enum Service { AMAZON }
                    boolean asks(Service service, String title) {
                        return service == Service.AMAZON || "eBay".equals(title);
                    }
                }
                """;
        assertThat(VendorWords.violations(Sources.madeUp("app/counterfoil/hub/order/Curious.java", code)))
                .containsExactlyInAnyOrder(
                        "app/counterfoil/hub/order/Curious.java:5 names AMAZON",
                        "app/counterfoil/hub/order/Curious.java:5 names eBay");
    }

    @Test
    void tablesBearTheNameOfTheirModule() {
        assertThat(OWN.misnamed()).isEmpty();
        assertThat(OWN.owners()).containsEntry("order_order", "order").containsEntry("vault_record", "vault");
    }

    @Test
    void noModuleTouchesAnothersTablesOrPages() {
        assertThat(OWN.violations(Sources.read(HUB_AND_VAULT))).isEmpty();
    }

    @Test
    void noTemplateTakesAPieceFromAnothersFolder() {
        var found = new ArrayList<String>();
        OwnThings.eachFile(TEMPLATES, (file, html) -> OWN.template(moduleOf(file), html)
                .forEach(each -> found.add(TEMPLATES.relativize(file) + each)));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 FROM order_order   | names order_order of order",
                "DELETE FROM vault_record_x  | names vault_record_x of vault",
                "order/list                  | shows order/list from the folder of order",
                "order/one :: panel          | shows order/one :: panel from the folder of order"
            })
    void aForeignTableOrPageInAModuleIsFound(String text, String told) {
        var code =
                """
                package app.counterfoil.hub.dispatch.web;
                class Curious {
                    String text = "%s";
                }
                """;
        var path = "app/counterfoil/hub/dispatch/web/Curious.java";
        assertThat(OWN.violations(Sources.madeUp(path, code.formatted(text)))).containsExactly(path + ":3 " + told);
        assertThat(OWN.violations(Sources.madeUp(path, code.formatted("SELECT 1 FROM dispatch_shipment"))))
                .isEmpty();
    }

    @Test
    void aForeignPieceInATemplateIsFound() {
        assertThat(OWN.template("dispatch", "<div th:replace=\"~{order/one :: panel}\">"))
                .containsExactly(" takes a piece from the folder of order");
        assertThat(OWN.template("dispatch", "<html th:replace=\"~{shell/layout :: page}\">"))
                .isEmpty();
    }

    private static String[] ofEveryModule(String folder) {
        return Stream.of("postgres", "vault", "sandbox", "hub", "bench")
                .map(module -> module + "/" + folder)
                .toArray(String[]::new);
    }

    private static String moduleOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }
}
