package app.counterfoil.hub.invoice;

import java.io.IOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Knows which texts a font can print, letter by letter. */
final class PrintableText {

    private final CmapLookup letters;

    private PrintableText(CmapLookup letters) {
        this.letters = letters;
    }

    /** The letters of the font at that place in the class path. */
    static PrintableText of(String font) {
        try (var stream = Objects.requireNonNull(PrintableText.class.getResourceAsStream(font), font);
                var parsed = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            return new PrintableText(parsed.getUnicodeCmapLookup());
        } catch (IOException broken) {
            throw new IllegalStateException("The font " + font + " cannot be read.", broken);
        }
    }

    /** Whether every letter has a shape and runs from left to right, the only way these documents are set. */
    boolean prints(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .allMatch(letter -> letters.getGlyphId(letter) != 0 && !runsFromTheRight(letter));
    }

    private static boolean runsFromTheRight(int letter) {
        var direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
