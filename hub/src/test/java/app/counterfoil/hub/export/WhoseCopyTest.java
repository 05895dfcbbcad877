package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.seller.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A file that turns up somewhere is told, also when somebody has cut its header off, sorted it, or cut the codes out. */
class WhoseCopyTest extends ExportBench {

    @Autowired
    private WhoseCopy whose;

    @Test
    void oneRowWithItsCodeIsEnough() {
        var one = made(owner(), wish(ExportPurpose.DELIVERY));
        var other = made(owner(), wish(ExportPurpose.DELIVERY));
        var row = rows(text(other)).get(3);
        var verdict = whose.of(shop, row);
        assertThat(verdict.isSure()).isTrue();
        assertThat(verdict.matches().get(0)).satisfies(match -> {
            assertThat(match.copy().id()).isEqualTo(other.id());
            assertThat(match.codes()).isEqualTo(1);
        });
        assertThat(verdict.matches()).extracting(match -> match.copy().id()).contains(one.id());
    }

    @Test
    void aSortedFileWithoutItsHeaderIsToldByItsCodes() {
        var facts = made(owner(), wish(ExportPurpose.FACTS));
        made(owner(), wish(ExportPurpose.FACTS));
        var sorted = rows(text(facts)).stream().sorted().collect(Collectors.joining("\n"));
        var verdict = whose.of(shop, sorted);
        assertThat(verdict.matches()).singleElement().satisfies(match -> {
            assertThat(match.copy().id()).isEqualTo(facts.id());
            assertThat(match.codes()).isEqualTo(facts.rows());
        });
    }

    @Test
    void withoutCodesTheOrderOfTheRowsTellsIt() {
        made(owner(), wish(ExportPurpose.DELIVERY));
        var copy = made(owner(), wish(ExportPurpose.DELIVERY));
        made(owner(), wish(ExportPurpose.SERVICE));
        var numbers = rows(withoutCodes(text(copy)));
        var verdict = whose.of(shop, String.join("\n", numbers));
        assertThat(verdict.codes()).isZero();
        assertThat(verdict.isByOrder()).isTrue();
        assertThat(verdict.matches().get(0).copy().id()).isEqualTo(copy.id());
        var some = whose.of(shop, String.join("\n", numbers.subList(2, 12)));
        assertThat(some.isByOrder())
                .as("some rows from the middle of it: " + some.numbers() + " " + some.matches())
                .isTrue();
        var sorted = whose.of(shop, numbers.stream().sorted().collect(Collectors.joining("\n")));
        assertThat(sorted.isByOrder()).as("sorted").isFalse();
        assertThat(sorted.matches()).hasSize(3);
    }

    @Test
    void twoCopiesOfTheSameStandInAnotherOrder() {
        var one = rows(withoutCodes(text(made(owner(), wish(ExportPurpose.DELIVERY)))));
        var other = rows(withoutCodes(text(made(owner(), wish(ExportPurpose.DELIVERY)))));
        var again = new ArrayList<>(other);
        again.sort(null);
        assertThat(one).isNotEqualTo(other).containsExactlyInAnyOrderElementsOf(again);
    }

    @Test
    void aWorkbookIsReadAsItIs() {
        var copy = made(owner(), wish(ExportPurpose.DELIVERY, CopyFormat.XLSX));
        var file = copies.fetch(shop, copy.id(), owner());
        var verdict = whose.of(shop, FoundFile.text(file));
        assertThat(verdict.codes()).isEqualTo(copy.rows());
        assertThat(verdict.matches().get(0)).satisfies(match -> {
            assertThat(match.codes()).isEqualTo(copy.rows());
            assertThat(match.inIt()).isEqualTo(copy.rows());
            assertThat(match.inItsOrder()).isTrue();
        });
        assertThatThrownBy(() -> FoundFile.text("PK and nothing else".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void whatIsNoneOfOursIsSaidToBeNone() {
        made(owner(), wish(ExportPurpose.DELIVERY));
        assertThat(whose.of(shop, "A,B\n1,2\nCF0123456789AB\n").matches()).isEmpty();
        var theirs = text(made(owner(), wish(ExportPurpose.SERVICE)));
        shop = shops.open();
        assertThat(whose.of(shop, theirs).matches()).as("of another shop").isEmpty();
    }

    @Test
    void thePageTakesAFileAndSaysWhoseItIs() throws Exception {
        var copy = made(owner(), wish(ExportPurpose.DELIVERY, CopyFormat.XLSX));
        var file = copies.fetch(shop, copy.id(), owner());
        var asked = post("/exports/whose/file")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(file);
        assertThat(pages.asked(as(Role.DATA_PROTECTION), asked).getContentAsString())
                .contains("It is copy " + copy.number(), "Own copy (a file in the shop)")
                .doesNotContain("Testa");
        var pasted = post("/exports/whose").param("rows", "nothing of ours");
        assertThat(pages.asked(owner(), pasted).getContentAsString()).contains("none of the shop's copies");
        assertThat(pages.asked(as(Role.PACKER), post("/exports/whose").param("rows", "x"))
                        .getStatus())
                .isEqualTo(403);
    }

    /** The rows between the lines that say what it is. */
    private static List<String> rows(String file) {
        var lines = file.lines().toList();
        return lines.subList(2, lines.size() - 1);
    }

    private static String withoutCodes(String file) {
        return Pattern.compile(",\"CF[^\"]*\"").matcher(file).replaceAll("");
    }
}
