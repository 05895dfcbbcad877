package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever has stolen the hashes guesses slowly. */
class PasswordsAreSlowToGuessTest {

    @Test
    void aPasswordIsHashedInAsManyRoundsAsTheProductPromises() {
        assertThat(SignInConfiguration.passwords().encode("a sentence for the test"))
                .startsWith("$2a$12$");
    }
}
