package app.counterfoil.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.house.BrokenHelper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.core.ApplicationModules;

/** The borders and habits of the house, and for each a class that breaks it, so that a rule which no longer bites shows. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.counterfoil");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackagesOf(BrokenHelper.class);

    private static final ArchRule TRADE_NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common|Dto)")
            .because("a homeless function is a missing idea: name it");
    private static final ArchRule ONE_WAY_OUT = noClasses()
            .that()
            .resideInAPackage("app.counterfoil.hub..")
            .and()
            .doNotHaveFullyQualifiedName("app.counterfoil.hub.connection.Outside")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpClient.class)
            .because("every call to the outside has a time limit and a byte limit, in connection.Outside");
    private static final ArchRule BUSINESS_TIME = noClasses()
            .that()
            .resideInAnyPackage("app.counterfoil.hub..", "app.counterfoil.vault..")
            // Tokens and pauses are of the wall's time; the clock itself stands on it.
            .and()
            .haveNameNotMatching(".*(MovableClock|AccessTokens.*)")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .because("ends and dates are read from the business clock");
    private static final ArchRule NO_BATCHES = noClasses()
            .should()
            .callMethod(JdbcTemplate.class, "batchUpdate", String[].class)
            .because("a failed batch prints its values");
    private static final ArchRule DOCUMENTED_DIRECTION = noClasses()
            .that()
            .resideInAnyPackage("app.counterfoil.vault..", "app.counterfoil.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.counterfoil.hub..", "org.springframework..")
            .because("vault and postgres could be published on their own");

    @Test
    void theBordersOfTheModulesHold() {
        ApplicationModules.of(Counterfoil.class).verify();
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("app.counterfoil.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void namesAreOfTheTrade() {
        bites(TRADE_NAMES);
    }

    @Test
    void thereIsOneWayOut() {
        bites(ONE_WAY_OUT);
    }

    @Test
    void timeIsBusinessTime() {
        bites(BUSINESS_TIME);
    }

    @Test
    void nothingIsWrittenInBatches() {
        bites(NO_BATCHES);
    }

    @Test
    void theGroundKnowsNothingAboveIt() {
        DOCUMENTED_DIRECTION.check(HOUSE);
        classes()
                .that()
                .resideInAPackage("app.counterfoil.hub.measure..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "app.counterfoil.hub.measure..", "java..", "org.jspecify..", "org.springframework.modulith..")
                .check(HOUSE);
    }

    private static void bites(ArchRule rule) {
        rule.check(HOUSE);
        assertThatThrownBy(() -> rule.check(BROKEN)).isInstanceOf(AssertionError.class);
        assertThat(BROKEN).isNotEmpty();
    }
}
