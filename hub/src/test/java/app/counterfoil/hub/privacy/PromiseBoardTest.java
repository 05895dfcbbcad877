package app.counterfoil.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.seller.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is promised and owed stands on the board with what proves it, and says so when it is not kept. */
class PromiseBoardTest extends PrivacyBench {

    private static final int SENTENCES = 22;
    private static final Set<String> ARTICLES = Set.of(
            "Art 5",
            "Art 6",
            "Art 7",
            "Art 12",
            "Art 13, 14",
            "Art 15",
            "Art 16",
            "Art 17(1)",
            "Art 17(3)",
            "Art 18",
            "Art 19",
            "Art 20",
            "Art 21",
            "Art 22",
            "Art 25",
            "Art 28",
            "Art 30(1)",
            "Art 30(2)",
            "Art 32",
            "Art 33",
            "Art 34",
            "Art 44–49");
    private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^@Disabled|^ +@Disabled");
    private static final Pattern A_TEST = Pattern.compile("@(Test|ParameterizedTest|Property|RepeatedTest)\\b");

    @Autowired
    private Recipients recipients;

    @Test
    void everySentenceAndEveryArticleIsThere() {
        assertThat(PolicySentence.values()).hasSize(SENTENCES);
        assertThat(Arrays.stream(LegalDuty.values()).map(LegalDuty::mark)).containsAll(ARTICLES);
        assertThat(Arrays.stream(ContractDuty.values()).map(ContractDuty::body)).contains(ContractDuty.Body.values());
    }

    @Test
    void everythingIsProvedByTestsThatThereAreAndThatRun() {
        var tests = tests();
        PromiseBoard.all().forEach(each -> {
            var proof = each.proof();
            assertThat(!proof.tests().isEmpty() || !proof.missing().isEmpty())
                    .as(each + " is proved, or is said not to be there")
                    .isTrue();
            for (var test : proof.tests()) {
                assertThat(tests).as(each + " names a test that there is").containsKey(test);
                assertThat(tests.get(test))
                        .as(test + " runs")
                        .doesNotContainPattern(SWITCHED_OFF)
                        .containsPattern(A_TEST);
            }
        });
    }

    @Test
    void nothingIsSaidThatIsNotSo() {
        PromiseBoard.all().forEach(each -> assertThat(each.sentence() + each.control())
                .as(each.toString())
                .doesNotContainIgnoringCase("anonym")
                .doesNotContainIgnoringCase("no personal information")
                .doesNotContainIgnoringCase("no personal data")
                .endsWith("."));
    }

    @Test
    void whatIsNotThereIsNeverSaidToBeKept() {
        board.of(shop).groups().stream().flatMap(group -> group.rows().stream()).forEach(row -> {
            if (!row.promised().proof().missing().isEmpty()) {
                assertThat(row.standing()).as(row.promised().mark()).isEqualTo(Standing.NOT_YET);
            }
        });
        assertThat(standing(ContractDuty.HMRC_MTD)).isEqualTo(Standing.NOT_YET);
        assertThat(standing(ContractDuty.SHOPIFY_REDACT)).isEqualTo(Standing.NOT_YET);
    }

    @Test
    void aLookThatFindsSomethingTurnsWhatItProves() {
        assertThat(standing(PolicySentence.HANDED_OVER)).isEqualTo(Standing.KEPT);
        shops.connect(shop, OutsideService.EBAY);
        recipients.end(shop, "EBAY", owner().id());
        assertThat(standing(PolicySentence.HANDED_OVER)).isEqualTo(Standing.TO_LOOK_AT);
        assertThat(found(LiveProof.AGREEMENTS).sentence()).contains("eBay");
        assertThat(standing(PolicySentence.LEAST_ACCESS)).isEqualTo(Standing.TO_LOOK_AT);
        accessIsReviewed();
        assertThat(standing(PolicySentence.LEAST_ACCESS)).isEqualTo(Standing.KEPT);
        trainingClock.forward(100, unused -> {});
        assertThat(standing(PolicySentence.LEAST_ACCESS)).isEqualTo(Standing.TO_LOOK_AT);
    }

    @Test
    void aColumnThatNobodyKnowsAndAChangedJournalAreSeen() {
        assertThat(found(LiveProof.REGISTER).isWell()).isTrue();
        assertThat(found(LiveProof.JOURNAL).isWell()).isTrue();
        DATABASE.change("ALTER TABLE counterfoil.privacy_policy ADD COLUMN nickname text");
        try {
            assertThat(found(LiveProof.REGISTER).isWell()).isFalse();
            assertThat(standing(PolicySentence.KNOWN)).isEqualTo(Standing.TO_LOOK_AT);
        } finally {
            DATABASE.change("ALTER TABLE counterfoil.privacy_policy DROP COLUMN nickname");
        }
    }

    @Test
    void aBackupAndASecondSiteAreAskedFor() {
        assertThat(found(LiveProof.BACKUP).isWell()).isFalse();
        assertThat(found(LiveProof.TWO_SITES).sentence()).contains("No standby follows");
    }

    @Test
    void thePageShowsAllOfItToOwnersAndDataProtectionAlone() throws Exception {
        assertThat(pages.page(owner(), "/promises"))
                .contains("Sentence 22", "Art 44–49", "Not there: Shopify and its webhooks", "Tests: RecordSealTest");
        for (var role : Role.values()) {
            var may = role == Role.OWNER || role == Role.DATA_PROTECTION;
            assertThat(pages.asked(shops.person(shop, role), get("/promises")).getStatus())
                    .as(role.title())
                    .isEqualTo(may ? 200 : 403);
        }
    }

    private Standing standing(Promised promised) {
        return board.of(shop).groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.promised() == promised)
                .map(PromiseBoard.Row::standing)
                .findFirst()
                .orElseThrow();
    }

    private Found found(LiveProof proof) {
        return board.of(shop).found().stream()
                .filter(each -> each.what() == proof)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> tests() {
        try (var files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> file.toString().contains("src/test/java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            PromiseBoardTest::text,
                            (one, other) -> one));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
