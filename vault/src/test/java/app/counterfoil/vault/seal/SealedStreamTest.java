package app.counterfoil.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {

    private static final byte[] HERE = "here".getBytes(StandardCharsets.UTF_8);
    private static final int SEGMENT = 1 << 20;

    private final Secret key = Secret.random();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 64, SEGMENT, 3 * SEGMENT + 17})
    void whatIsSealedIsOpenedWholeWhateverItsLength(int length) throws IOException {
        var content = content(length);
        assertThat(open(key, seal(content), HERE)).isEqualTo(content);
    }

    @Test
    void noByteCanBeChangedAndNoneLeftOut() throws IOException {
        var sealed = seal(content(2 * SEGMENT + 1000));
        var random = new Random(4);
        for (int i = 0; i < 60; i++) {
            int at = i < 40 ? i : random.nextInt(sealed.length);
            var changed = sealed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> open(key, changed, HERE)).as("byte " + at).isInstanceOf(IOException.class);
        }
        for (int left : new int[] {0, 1, 40, SEGMENT, 2 * SEGMENT, sealed.length - 1}) {
            assertThatThrownBy(() -> open(key, Arrays.copyOf(sealed, left), HERE))
                    .as(left + " bytes")
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> open(key, Arrays.copyOf(sealed, sealed.length + 1), HERE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void segmentsCannotChangePlaces() throws IOException {
        var sealed = seal(content(4 * SEGMENT));
        var swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertThatThrownBy(() -> open(key, swapped, HERE)).isInstanceOf(IOException.class);
    }

    @Test
    void anotherKeyAndAnotherPlaceOpenNothing() throws IOException {
        var sealed = seal(content(100));
        assertThatThrownBy(() -> open(Secret.random(), sealed, HERE)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(key, sealed, "there".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private byte[] seal(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = new SealedStream(key).into(out, HERE)) {
            sealing.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] open(Secret key, byte[] sealed, byte[] place) throws IOException {
        try (var opening = new SealedStream(key).from(new ByteArrayInputStream(sealed), place)) {
            return opening.readAllBytes();
        }
    }

    private static byte[] content(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
