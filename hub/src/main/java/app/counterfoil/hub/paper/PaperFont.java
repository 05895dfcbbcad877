package app.counterfoil.hub.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A TrueType font: its letters, and its bytes to embed them. */
final class PaperFont {

    /** OS/2 fsType: the licence of the font forbids embedding. */
    private static final int RESTRICTED = 0x0002;

    private final Optional<Path> file;
    private final String resource;
    private final CmapLookup letters;

    private PaperFont(Optional<Path> file, String resource, CmapLookup letters) {
        this.file = file;
        this.resource = resource;
        this.letters = letters;
    }

    /** The font at that place in the class path. */
    static PaperFont inside(String resource) {
        try (var stream = stream(resource);
                var parsed = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            return new PaperFont(Optional.empty(), resource, parsed.getUnicodeCmapLookup());
        } catch (IOException broken) {
            throw new IllegalStateException("The font " + resource + " cannot be read.", broken);
        }
    }

    /** The font in that file; empty if it cannot be read or may not be embedded. */
    static Optional<PaperFont> at(Path file) {
        try (var stream = Files.newInputStream(file);
                var parsed = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            return mayBeEmbedded(parsed)
                    ? Optional.of(new PaperFont(Optional.of(file), "", parsed.getUnicodeCmapLookup()))
                    : Optional.empty();
        } catch (IOException | RuntimeException notAFont) {
            // A folder of fonts holds all sorts of things.
            return Optional.empty();
        }
    }

    boolean has(int letter) {
        return letters.getGlyphId(letter) != 0;
    }

    InputStream open() {
        try {
            return file.isPresent() ? new ByteArrayInputStream(Files.readAllBytes(file.get())) : stream(resource);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static InputStream stream(String resource) {
        return Objects.requireNonNull(PaperFont.class.getResourceAsStream(resource), resource);
    }

    private static boolean mayBeEmbedded(TrueTypeFont font) throws IOException {
        if (font instanceof OpenTypeFont openType && openType.isPostScript()) {
            return false;
        }
        var os2 = font.getOS2Windows();
        return os2 == null || (os2.getFsType() & 0x000F) != RESTRICTED;
    }
}
