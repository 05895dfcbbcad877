package app.counterfoil.hub.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.PictureOfAShop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A logo is drawn anew at a size that prints, and what is no picture is refused with what to do. */
class LogoTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureIsMadeToFit(String format) throws IOException {
        var logo = ImageIO.read(new ByteArrayInputStream(
                Logo.of(PictureOfAShop.file(format, 1_600, 300)).png()));
        assertThat(logo.getWidth()).isEqualTo(640);
        assertThat(logo.getHeight()).isEqualTo(120);
        assertThat(logo.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void asmallOneStaysAsItIs() throws IOException {
        var logo = ImageIO.read(new ByteArrayInputStream(
                Logo.of(PictureOfAShop.file("png", 60, 30)).png()));
        assertThat(logo.getWidth()).isEqualTo(60);
    }

    @Test
    void nothingButThePictureIsKept() {
        var file = PictureOfAShop.file("png", 60, 30);
        var marked = Arrays.copyOf(file, file.length + 20);
        System.arraycopy("hidden words".getBytes(StandardCharsets.UTF_8), 0, marked, file.length, 12);
        assertThat(new String(Logo.of(marked).png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("hidden");
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        assertThatThrownBy(() -> Logo.of("<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Logo.NotALogo.class)
                .hasMessageContaining("no picture");
        assertThatThrownBy(() -> Logo.of(PictureOfAShop.file("gif", 60, 30))).isInstanceOf(Logo.NotALogo.class);
        var half = PictureOfAShop.file("png", 600, 300);
        assertThatThrownBy(() -> Logo.of(Arrays.copyOf(half, 60))).isInstanceOf(Logo.NotALogo.class);
        assertThatThrownBy(() -> Logo.of(new byte[200_000]))
                .isInstanceOf(Logo.NotALogo.class)
                .hasMessageContaining("200 kB");
    }

    @Test
    void aFewBytesThatSayTheyAreAPictureOfGigabytesAreNotUnpacked() {
        var file = PictureOfAShop.file("png", 60, 30);
        // Width and height in the header of a PNG.
        file[16] = 0x00;
        file[17] = 0x01;
        file[20] = 0x00;
        file[21] = 0x01;
        assertThatThrownBy(() -> Logo.of(file))
                .isInstanceOf(Logo.NotALogo.class)
                .hasMessageContaining("too large");
    }
}
