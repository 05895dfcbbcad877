package app.counterfoil.hub.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows which texts can be printed, letter by letter: with the fonts that come along, else with those of the machine.
 * Pictures such as hearts and stars are left out where no font has them; a letter never is.
 */
@Component
public class PaperFonts {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";

    /** Scripts whose letters stand side by side, or are joined before printing (Arabic). */
    private static final Set<UnicodeScript> PRINTED = Set.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    private final PaperFont plain = PaperFont.inside(DEJAVU + "DejaVuSans.ttf");
    private final PaperFont bold = PaperFont.inside(DEJAVU + "DejaVuSans-Bold.ttf");
    private final Map<Path, Optional<PaperFont>> read = new ConcurrentHashMap<>();
    private final List<Path> folders;

    /** Knows the fonts that come along and looks into these folders for others. */
    public PaperFonts(
            @Value("${counterfoil.fonts:/usr/share/fonts-droid-fallback,/usr/share/fonts}") List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Refuses texts that cannot be printed; to be asked before anything is numbered or bought for the paper.
     *
     * @throws CannotPrint naming the script and what to install
     */
    public void require(Collection<String> texts) {
        var unused = beyond(texts);
    }

    /** The text as it is printed: composed, without control characters, and without pictures that no font has. */
    public String printed(String text) {
        var printed = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(letter -> !isLeftOut(letter))
                .forEach(printed::appendCodePoint);
        return printed.toString().strip();
    }

    PaperFont plain() {
        return plain;
    }

    PaperFont bold() {
        return bold;
    }

    /** The fonts of the machine that these texts need beside ours. */
    List<PaperFont> beyond(Collection<String> texts) {
        var missing = new LinkedHashSet<Integer>();
        for (var text : texts) {
            printed(text)
                    .codePoints()
                    .peek(PaperFonts::requireSideBySide)
                    .filter(letter -> !plain.has(letter) && !Character.isWhitespace(letter))
                    .forEach(missing::add);
        }
        var more = new ArrayList<PaperFont>();
        for (var file : missing.isEmpty() ? List.<Path>of() : ofTheMachine()) {
            var font = read.computeIfAbsent(file, PaperFont::at);
            if (font.isPresent() && missing.removeIf(font.get()::has)) {
                more.add(font.get());
            }
            if (missing.isEmpty()) {
                break;
            }
        }
        if (!missing.isEmpty()) {
            throw CannotPrint.noFont(scriptOf(missing.iterator().next()));
        }
        return List.copyOf(more);
    }

    private static void requireSideBySide(int letter) {
        if (!PRINTED.contains(UnicodeScript.of(letter))) {
            throw CannotPrint.joins(scriptOf(letter));
        }
    }

    private boolean isLeftOut(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.ENCLOSING_MARK -> !plain.has(letter);
            // What chooses between a letter's pictures is no letter.
            case Character.NON_SPACING_MARK -> (letter >= 0xFE00 && letter <= 0xFE0F) || letter >= 0xE0100;
            default -> false;
        };
    }

    /** TrueType files of the machine, folder by folder, those with many letters first. */
    private List<Path> ofTheMachine() {
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(PaperFonts::in)
                .toList();
    }

    private static Stream<Path> in(Path folder) {
        try (var files = Files.walk(folder, 6)) {
            return files
                    .filter(file -> name(file).endsWith(".ttf"))
                    .sorted(Comparator.<Path>comparingInt(file -> name(file).contains("fallback") ? 0 : 1)
                            .thenComparing(file -> name(file).contains("regular") ? 0 : 1)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static String scriptOf(int letter) {
        var script = UnicodeScript.of(letter).name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return script.substring(0, 1).toUpperCase(Locale.ROOT) + script.substring(1);
    }
}
