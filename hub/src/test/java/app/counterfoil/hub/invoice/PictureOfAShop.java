package app.counterfoil.hub.invoice;

import app.counterfoil.hub.paper.Logo;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A made-up shop's logo. */
public final class PictureOfAShop {

    private PictureOfAShop() {}

    /** The logo. */
    public static Logo logo() {
        return Logo.of(file("png", 900, 300));
    }

    /** A picture file of that format and size. */
    public static byte[] file(String format, int width, int height) {
        var picture = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(15, 107, 92));
        graphics.fillOval(0, 0, height, height);
        graphics.fillRect(height, height / 3, width - height, height / 3);
        graphics.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return file.toByteArray();
    }
}
