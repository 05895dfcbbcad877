package app.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermTest {

    @Test
    void anEmailIsFoundWhateverItsCase() {
        assertThat(Term.email(" Someone@Example.COM ")).isEqualTo(Term.email("someone@example.com"));
    }

    @Test
    void aPostcodeIsFoundWhateverItsSpaces() {
        assertThat(Term.postcode("bt1 5gs")).isEqualTo(Term.postcode("BT15GS"));
    }

    @Test
    void aNameIsFoundByEachOfItsWordsWithoutAccents() {
        assertThat(Term.nameWords("Zoë O'Example-Müller"))
                .extracting(Term::normalised)
                .containsExactly("zoe", "o", "example", "muller");
    }

    @Test
    void aNameInAnotherScriptHasWordsToo() {
        assertThat(Term.nameWords("示例 Пример")).extracting(Term::normalised).containsExactly("示例", "пример");
    }

    @Test
    void aTermDoesNotPrint() {
        assertThat(Term.email("someone@example.com").toString()).doesNotContain("someone");
    }

    @Test
    void aPersonalValueDoesNotPrint() {
        assertThat(Personal.of("1 Example Row")).hasToString("Personal[hidden]");
    }
}
