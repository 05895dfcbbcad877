package app.counterfoil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.bench.adversary.Sabotage;
import app.counterfoil.bench.adversary.Trial;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With every backup ever taken of database and key ring, and all keys that exist today, what has been forgotten or has
 * ended for longer than the horizon opens nowhere; and everybody who lives opens through the vault.
 */
class AdversaryTest {

    private static final long FIRST_SEED = 20_260_115;

    private static Marketplace marketplace;
    private static Installation installation;

    @BeforeAll
    static void aDatabase() throws IOException {
        marketplace = new Marketplace();
        installation = new Installation(marketplace);
    }

    @AfterAll
    static void noDatabase() throws IOException {
        installation.close();
        marketplace.close();
    }

    @Test
    void inFiveHundredHistoriesNothingForgottenOpensAndNothingLivingIsLost() throws IOException {
        var verdict = trial().run(FIRST_SEED, 500, Sabotage.NONE, (soFar, seed) -> {});
        System.out.println("Adversary, seeds " + FIRST_SEED + " and up: " + verdict);
        assertThat(verdict.beyond()).as("what must stay closed").isGreaterThan(500);
        assertThat(verdict.leaked()).isZero();
        assertThat(verdict.lost()).isZero();
        assertThat(verdict.living()).isGreaterThan(500);
        assertThat(verdict.openedWithinTheHorizon())
                .as("the adversary knows the construction")
                .isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theAdversaryFindsWhatABrokenConstructionLeaves(Sabotage sabotage) throws IOException {
        assertThat(trial().run(FIRST_SEED, 25, sabotage, (soFar, seed) -> {}).leaked())
                .isPositive();
    }

    private static Trial trial() {
        return new Trial(installation.part(DataSource.class));
    }
}
