package app.counterfoil.hub.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be printed is known before anything is numbered, and what cannot be is told with what to install. */
class PaperFontsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Müster-Ångström",
                "Ελένη Παράδειγμα",
                "Пример Примеров",
                "مثال تجريبي",
                "דוגמה ישראלית",
                "Nguyễn Thị Ví Dụ",
                "Łukasz Przykład",
                "Anna 🌸 Demoson 👩‍🚀 ❤️",
                "e\u0301te\u0301"
            })
    void theFontsThatComeAlongPrintTheseNames(String name) {
        assertThatCode(() -> new PaperFonts(List.of(folder)).require(List.of(name)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田 太郎", "ひらがな カタカナ", "김민수", "王小明"})
    void hanKanaAndHangulArePrintedWithAFontOfTheMachine(String name) throws IOException {
        assertThatThrownBy(() -> new PaperFonts(List.of(folder)).require(List.of("Testa", name)))
                .isInstanceOf(CannotPrint.class)
                .hasMessageNotContaining(name)
                .extracting(refused -> ((CannotPrint) refused).mend())
                .asString()
                .contains("fonts-droid-fallback", "counterfoil.fonts");
        withAFont();
        assertThatCode(() -> new PaperFonts(List.of(folder)).require(List.of("Testa", name)))
                .doesNotThrowAnyException();
    }

    @Test
    void aFontThatIsInstalledLaterIsFoundWithoutANewStart() throws IOException {
        var fonts = new PaperFonts(List.of(folder));
        Files.writeString(folder.resolve("broken.ttf"), "no font at all");
        assertThatThrownBy(() -> fonts.require(List.of("山田"))).isInstanceOf(CannotPrint.class);
        withAFont();
        assertThatCode(() -> fonts.require(List.of("山田"))).doesNotThrowAnyException();
    }

    @Test
    void scriptsWhoseLettersJoinInOtherWaysAreRefusedEvenIfAFontHasThem() {
        assertThatThrownBy(() -> new PaperFonts(List.of(folder)).require(List.of("उदाहरण")))
                .isInstanceOf(CannotPrint.class)
                .hasMessageContaining("Devanagari");
    }

    @Test
    void picturesAreLeftOutAndLettersAreComposed() {
        var fonts = new PaperFonts(List.of(folder));
        assertThat(fonts.printed("🎁 Gift mug 🎁")).isEqualTo("Gift mug");
        assertThat(fonts.printed("e\u0301te\u0301")).isEqualTo("été");
        assertThat(fonts.printed("One\u200b\u0007Two™")).isEqualTo("OneTwo™");
    }

    @Test
    void aFolderThatIsNotThereIsLikeAnEmptyOne() {
        assertThatThrownBy(() -> new PaperFonts(List.of(folder.resolve("gone"))).require(List.of("山田")))
                .isInstanceOf(CannotPrint.class);
    }

    private void withAFont() throws IOException {
        try (var font = PaperFontsTest.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(font, folder.resolve("some.ttf"));
        }
    }
}
