package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Which part of the house may know which, and for each rule a small house that breaks it. */
class ModulesTest {

    private static final String BROKEN = "app.counterfoil.broken.";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.counterfoil");

    @Test
    void theBordersOfTheModulesHold() {
        ApplicationModules.of(Counterfoil.class).verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherOrKnowsOneItMayNotIsFound() {
        assertThat(ApplicationModules.of(BROKEN + "borders", location -> true)
                        .detectViolations()
                        .getMessages())
                .anySatisfy(told -> assertThat(told).contains("'attic'", "non-exposed", "Hoard"))
                .anySatisfy(told -> assertThat(told).contains("'loft'", "'cellar'", "Allowed targets: none"))
                .hasSize(2);
    }

    @Test
    void noPartsOfTheHouseKnowEachOtherInACircleHoweverDeep() {
        circles("app.counterfoil").forEach(rule -> rule.check(HOUSE));
    }

    @Test
    void aCircleIsFoundAtItsDepth() {
        var broken = new ClassFileImporter().importPackages(BROKEN + "circle");
        assertThat(told(circles(BROKEN + "circle"), broken))
                .anySatisfy(told -> assertThat(told).contains("Slice first", "Slice second"))
                .anySatisfy(told -> assertThat(told).contains("Slice third.deep.down", "Slice third.deep.up"));
    }

    @Test
    void aModuleMayKnowOnlyThoseAboveItInTheTable() throws IOException {
        assertThat(table().violations(allowed())).isEmpty();
        assertThat(table().modules()).startsWith("measure").contains("order", "channel");
    }

    @Test
    void aModuleThatMayKnowOneBelowItIsFound() {
        var table = ModuleTable.in(
                """
                ## The modules of the hub
                | `measure` | values | | never |
                | `order` | orders | V0050–V0069 | often |
                | `dispatch` | parcels | V0070–V0079 | often |
                | `demo` | shops | | never |
                """);
        assertThat(table.violations(Map.of(
                        "measure", List.of(),
                        "order", List.of("measure", "dispatch"),
                        "dispatch", List.of("dispatch", "order :: web"),
                        "cellar", List.of("order :: inner"))))
                .containsExactlyInAnyOrder(
                        "order may know dispatch, which is not above it",
                        "dispatch may know dispatch, which is not above it",
                        "cellar is not in the table",
                        "cellar may know order, which is not above it",
                        "demo is in the table only");
    }

    @Test
    void migrationsBearTheNumbersOfTheirModule() throws IOException {
        assertThat(misnumbered(table())).isEmpty();
        assertThat(misnumbered(ModuleTable.in("## The modules of the hub\n| `order` | all | V0001–V0009 | never |")))
                .anyMatch(file -> file.startsWith("order/V0050"));
    }

    private static List<String> misnumbered(ModuleTable table) {
        var found = new ArrayList<String>();
        OwnThings.eachFile(Sources.HOUSE.resolve("hub/src/main/resources/db/migration"), (file, sql) -> {
            var module = file.getName(file.getNameCount() - 2).toString();
            var name = file.getFileName().toString();
            if (!name.matches("V\\d{4}__[a-z_]+\\.sql")
                    || !table.owns(module, Integer.parseInt(name.substring(1, 5)))) {
                found.add(module + "/" + name);
            }
        });
        return found;
    }

    private static ModuleTable table() throws IOException {
        return ModuleTable.in(Files.readString(Sources.HOUSE.resolve("docs/ARCHITECTURE.md")));
    }

    /** A module that says nothing may know everything, so it must say. */
    private static Map<String, List<String>> allowed() {
        var allowed = new TreeMap<String, List<String>>();
        ApplicationModules.of(Counterfoil.class).stream().forEach(module -> {
            var name = module.getIdentifier().toString();
            var said = annotation(module.getBasePackage().getName());
            assertThat(said.allowedDependencies())
                    .as("what " + name + " may know")
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
            allowed.put(name, Arrays.asList(said.allowedDependencies()));
        });
        return allowed;
    }

    private static ApplicationModule annotation(String module) {
        try {
            var found = Class.forName(module + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(found).as("@ApplicationModule of " + module).isNotNull();
            return found;
        } catch (ClassNotFoundException saysNothing) {
            throw new AssertionError(module + " does not say what it may know", saysNothing);
        }
    }

    /** One rule for each depth of packages, and one for the packages themselves. */
    private static List<ArchRule> circles(String root) {
        var rules = new ArrayList<ArchRule>();
        IntStream.rangeClosed(1, 4)
                .forEach(depth -> rules.add(SlicesRuleDefinition.slices()
                        .matching(root + ".(*)".repeat(depth) + "..")
                        .namingSlices("Slice "
                                + IntStream.rangeClosed(1, depth)
                                        .mapToObj(each -> "$" + each)
                                        .reduce((upper, lower) -> upper + "." + lower)
                                        .orElseThrow())
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true)));
        rules.add(SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .namingSlices("Slice $1")
                .should()
                .beFreeOfCycles());
        return rules;
    }

    private static List<String> told(List<ArchRule> rules, JavaClasses classes) {
        return rules.stream()
                .map(rule -> rule.evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .toList();
    }
}
