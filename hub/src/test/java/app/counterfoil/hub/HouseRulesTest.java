package app.counterfoil.hub;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.broken.ground.measure.Yard;
import app.counterfoil.broken.sandbox.Cellar;
import app.counterfoil.broken.sandbox.Fence;
import app.counterfoil.hub.house.BrokenHelper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The habits of the house, and for each the classes that break it, so that a rule which no longer bites shows. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.counterfoil");

    private static final ArchRule TRADE_NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Base|Common|Dto)")
            .because("a homeless function is a missing idea: name it");

    private static final ArchRule ONE_WAY_OUT = noClasses()
            .that()
            .resideInAPackage("app.counterfoil.hub..")
            .and()
            .doNotHaveFullyQualifiedName("app.counterfoil.hub.connection.Outside")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpClient.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(\\w*Socket|\\w*URLConnection|URL)|javax\\.net\\..*"
                    + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel"
                    + "|org\\.springframework\\.web\\.client\\..*|org\\.springframework\\.web\\.reactive\\..*"
                    + "|org\\.springframework\\.http\\.client\\..*")
            .because("every call to the outside has a time limit and a byte limit, in connection.Outside");

    private static final ArchRule ONE_WAY_FOR_MAIL = noClasses()
            .that()
            .resideInAPackage("app.counterfoil.hub..")
            .and()
            .resideOutsideOfPackage("app.counterfoil.hub.letter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.springframework.mail..")
            .because("mail has time limits and leaves encrypted, in letter.MailServer");

    private static final ArchRule BUSINESS_TIME = noClasses()
            .that()
            .resideInAnyPackage("app.counterfoil.hub..", "app.counterfoil.vault..")
            .and()
            // The clock itself stands on the wall's time, and a token's life is counted in that of the service.
            .haveNameNotMatching(".*\\.(ThisMachine|AccessTokens(\\$\\w+)?)")
            .should()
            .callMethodWhere(askingTheWall())
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("ends and dates are read from the business clock");

    private static final ArchRule NO_BATCHES = noClasses()
            .that()
            .resideInAnyPackage("app.counterfoil.hub..", "app.counterfoil.vault..")
            .should()
            .callMethodWhere(target(nameMatching("batchUpdate|addBatch|executeBatch|executeLargeBatch")))
            .because("a failed batch prints its values");

    private static final ArchRule DOCUMENTED_DIRECTION = noClasses()
            .that()
            .resideInAnyPackage(
                    "app.counterfoil.vault..", "app.counterfoil.postgres..", "app.counterfoil.broken.ground..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.counterfoil.hub..", "org.springframework..")
            .because("vault and postgres could be published on their own");

    private static final ArchRule GROUND = classes()
            .that()
            .resideInAPackage("app.counterfoil..measure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "app.counterfoil.hub.measure..", "java..", "org.jspecify..", "org.springframework.modulith..")
            .because("values know no framework");

    private static final ArchRule SANDBOX_APART = noClasses()
            .that()
            .resideInAnyPackage("app.counterfoil.sandbox..", "app.counterfoil.broken.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.counterfoil.hub..", "app.counterfoil.vault..")
            .because("the outside world knows the published contracts and nothing of us");

    /** Spoken to by tests of other packages, by the benchmarks, or by what starts the program. */
    private static final Set<String> SPOKEN_TO_FROM_OUTSIDE = Set.of(
            "EnterSales",
            "AfterRestore",
            "AnnounceDispatched",
            "AskTracking",
            "BackUp",
            "CannotInvoice",
            "CannotPrint",
            "CheckBackup",
            "ClaimCopy",
            "Counterfoil",
            // Told on a page, beside what happened.
            "ConsentWay",
            "MemberState",
            "Fence",
            "Following",
            "FollowsLedger",
            "InvoicesIssued",
            // Spoken to by whoever answers people about their rights.
            "Letter",
            "LetterFacts",
            "LetterState",
            "Letters",
            "LettersGoOut",
            "ReadReturns",
            "SendLetters",
            // Said of each purpose, for whoever answers a request for erasure.
            "OnErasure",
            "Restore",
            "SecondSite",
            "SyncAudiences",
            "TellChannels",
            "TurnOfDay",
            "TurnOfEpoch",
            "Watched");

    /** Caught, or handed on in a list or unread, of which compiled classes say nothing. */
    private static final Set<String> ONLY_HANDED_ON = Set.of(
            "CannotSubmit",
            "Missing",
            "MonthOfBooks",
            "NotAPurchase",
            "NotASettlement",
            "PostingState",
            "ReturnState",
            "EndedDay",
            "EpochKeyGone",
            "FolderInUse",
            "JournalEntry",
            "Shortened",
            "Submission");

    private static final ArchRule FACES = classes()
            .that()
            .resideInAnyPackage("app.counterfoil.hub..", "app.counterfoil.vault..", "app.counterfoil.postgres..")
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and(DescribedPredicate.describe(
                    "are spoken to by the house alone",
                    type -> !SPOKEN_TO_FROM_OUTSIDE.contains(type.getSimpleName())
                            && !ONLY_HANDED_ON.contains(type.getSimpleName())))
            .should(beSpokenToByAnotherPackage())
            .because("a face is what others speak to");

    @Test
    void theHouseKeepsItsHabits() {
        for (var rule : List.of(
                TRADE_NAMES,
                ONE_WAY_OUT,
                ONE_WAY_FOR_MAIL,
                BUSINESS_TIME,
                NO_BATCHES,
                DOCUMENTED_DIRECTION,
                GROUND,
                SANDBOX_APART,
                FACES)) {
            rule.check(HOUSE);
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("breaches")
    void everyBreachIsFound(ArchRule rule, Class<?> broken) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(broken)).hasViolation())
                .isTrue();
    }

    @Test
    void whatIsDoneRightIsNotTold() {
        var fine = new ClassFileImporter().importClasses(BrokenHelper.Fine.class);
        for (var rule : List.of(TRADE_NAMES, ONE_WAY_OUT, ONE_WAY_FOR_MAIL, BUSINESS_TIME, NO_BATCHES)) {
            rule.check(fine);
        }
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(TRADE_NAMES, BrokenHelper.class),
                Arguments.of(ONE_WAY_OUT, BrokenHelper.OwnClient.class),
                Arguments.of(ONE_WAY_OUT, BrokenHelper.OwnConnection.class),
                Arguments.of(ONE_WAY_OUT, BrokenHelper.OwnRestClient.class),
                Arguments.of(ONE_WAY_OUT, BrokenHelper.OwnSocket.class),
                Arguments.of(ONE_WAY_OUT, BrokenHelper.OwnChannel.class),
                Arguments.of(ONE_WAY_FOR_MAIL, BrokenHelper.OwnMail.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.InstantOfTheWall.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.DateOfTheWall.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.ZonedTimeOfTheWall.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.LocalTimeOfTheWall.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.MillisOfTheWall.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.ClockOfTheWall.class),
                Arguments.of(BUSINESS_TIME, BrokenHelper.OldDateOfTheWall.class),
                Arguments.of(NO_BATCHES, BrokenHelper.BatchOfStatements.class),
                Arguments.of(NO_BATCHES, BrokenHelper.BatchOfRows.class),
                Arguments.of(NO_BATCHES, BrokenHelper.BatchBySetter.class),
                Arguments.of(NO_BATCHES, BrokenHelper.BatchByName.class),
                Arguments.of(NO_BATCHES, BrokenHelper.BatchOfJdbc.class),
                Arguments.of(DOCUMENTED_DIRECTION, Yard.class),
                Arguments.of(GROUND, Yard.class),
                Arguments.of(SANDBOX_APART, Fence.class),
                Arguments.of(SANDBOX_APART, Cellar.class),
                Arguments.of(FACES, BrokenHelper.class));
    }

    private static ArchCondition<JavaClass> beSpokenToByAnotherPackage() {
        return new ArchCondition<>("be spoken to by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var spokenTo = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(
                                from -> !from.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(
                        type, spokenTo, type.getName() + " is public, and its own package alone speaks to it"));
            }
        };
    }

    /** Every {@code now} that is not handed a clock, and whatever makes a clock of the wall's time. */
    private static DescribedPredicate<JavaCall<?>> askingTheWall() {
        return DescribedPredicate.describe("asks the wall's clock", call -> {
            var owner = call.getTargetOwner();
            var handed = call.getTarget().getRawParameterTypes();
            return switch (call.getName()) {
                case "now" ->
                    owner.getPackageName().startsWith("java.time")
                            && handed.stream().noneMatch(each -> each.isAssignableTo(Clock.class));
                case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
                default ->
                    owner.isEquivalentTo(Clock.class)
                            && call.getName().matches("system.*|tick(Millis|Seconds|Minutes)");
            };
        });
    }
}
