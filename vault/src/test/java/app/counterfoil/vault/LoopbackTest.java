package app.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves the machine is told from what does not. */
class LoopbackTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example, false",
        "HTTPS://api.example/path, false",
        "http://127.0.0.1:8080/, false",
        "http://127.9.9.9, false",
        "http://localhost:1, false",
        "http://LOCALHOST/, false",
        "http://[::1]:8080/, false",
        "http://api.example, true",
        "http://127.0.0.1.example/, true",
        "http://localhost.example/, true",
        "http://10.0.0.1/, true",
        "http://user@127.0.0.1@evil.example/, true",
        "ftp://api.example, true",
        "nowhere, true"
    })
    void whatIsReadableOnTheWayIsInClear(URI address, boolean inClear) {
        assertThat(Loopback.isInClear(address)).isEqualTo(inClear);
    }
}
