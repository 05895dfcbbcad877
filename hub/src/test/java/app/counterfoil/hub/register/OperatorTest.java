package app.counterfoil.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.custody.ChosenHosts;
import app.counterfoil.hub.custody.ChosenHosts.ChosenHost;
import app.counterfoil.hub.register.Operator.SubProcessor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record names who runs the installation, and whose each machine is that something is sent to. */
class OperatorTest {

    private static final ChosenHosts MAIL =
            () -> List.of(new ChosenHost("mail.post.example", "letters"), new ChosenHost("localhost", "letters"));

    @Test
    void aHostThatNoSubProcessorIsSaidToRunIsMissing() {
        var silent = new Operator("", "", "", "", List.of());
        assertThat(silent.inOneLine()).isEmpty();
        assertThat(silent.missing(Stream.of(MAIL)))
                .hasSize(2)
                .anyMatch(wrong -> wrong.contains("counterfoil.operator.name"))
                .anyMatch(wrong -> wrong.startsWith("mail.post.example is sent letters"));
    }

    @Test
    void oneThatSaysAllOfItMissesNothing() {
        var post =
                new SubProcessor("Post (made up)", "takes letters", "United Kingdom", "", List.of("mail.post.example"));
        var open = new Operator("Operator (made up)", "", "data@operator.example", "", List.of(post));
        assertThat(open.missing(Stream.of(MAIL))).isEmpty();
        assertThat(open.inOneLine()).contains("Operator (made up), data@operator.example");
        assertThat(post.inWords()).isEqualTo("takes letters; United Kingdom");
    }
}
