package app.counterfoil.hub.paper;

import app.counterfoil.hub.measure.Refusal;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A shop's logo for its papers: drawn anew from what was uploaded, so that nothing but the picture is kept of it, at a size
 * that prints well.
 */
public final class Logo {

    private static final int MOST_BYTES = 150_000;
    private static final int MOST_PIXELS = 16_000_000;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;

    private final byte[] png;

    private Logo(byte[] png) {
        this.png = png;
    }

    /**
     * Reads a picture.
     *
     * @param uploaded a PNG or JPEG of at most 150 kB
     * @throws NotALogo if it is none
     */
    public static Logo of(byte[] uploaded) {
        if (uploaded.length > MOST_BYTES) {
            throw new NotALogo("The picture has " + uploaded.length / 1_000 + " kB.", "Give one of at most 150 kB.");
        }
        return new Logo(written(fitted(read(uploaded))));
    }

    private static BufferedImage read(byte[] uploaded) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            var reader = reader(stream).orElseThrow(Logo::unreadable);
            try {
                reader.setInput(stream, true, true);
                // A few bytes can say that they are a picture of gigabytes.
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new NotALogo("The picture is too large.", "Give one of at most 4,000 by 4,000 points.");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw unreadable();
        }
    }

    private static Optional<ImageReader> reader(ImageInputStream stream) throws IOException {
        var readers = ImageIO.getImageReaders(stream);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (reader.getFormatName().equalsIgnoreCase("png")
                    || reader.getFormatName().equalsIgnoreCase("jpeg")) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static NotALogo unreadable() {
        return new NotALogo("This is no picture that can be read.", "Give a PNG or a JPEG.");
    }

    /** On white: a paper for the archive is best without what shines through. */
    private static BufferedImage fitted(BufferedImage picture) {
        var scale = Math.min(1.0, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }

    private static byte[] written(BufferedImage picture) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return png.toByteArray();
    }

    /** The picture as PNG, at most 640 by 240 points. */
    public byte[] png() {
        return png.clone();
    }

    /** What was given is no logo. */
    public static final class NotALogo extends Refusal {
        NotALogo(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
