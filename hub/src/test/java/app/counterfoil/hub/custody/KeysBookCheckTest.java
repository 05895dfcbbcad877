package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.keys.KeyRing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A turn of the epoch that stands still is found with the books. */
class KeysBookCheckTest {

    private static final KeySettings SETTINGS =
            new KeySettings(Duration.ofDays(7), List.of(), new KeySettings.Transit("", "", "", Path.of("none"), ""));

    @TempDir
    private Path home;

    private Instant now = Instant.parse("2026-01-15T02:00:00Z");
    private final BusinessClock clock = () -> now;
    private KeyRing keys;

    @BeforeEach
    void aRing() {
        keys = SETTINGS.ringOf(home, clock.asClock()).makeUnlessThere();
    }

    @Test
    void keysThatTurnEveryNightAreWell() {
        for (int night = 0; night < 20; night++) {
            aDayGoesBy();
            turn(Integer.MAX_VALUE);
            assertThat(wrong()).isEmpty();
        }
        assertThat(checked().counted()).isEqualTo("epoch 21 in use, 6 before it kept for backups");
    }

    @Test
    void aTurnThatIsNotFinishedForMoreThanTwoDaysIsNamed() {
        keys.beginTurn();
        aDayGoesBy();
        aDayGoesBy();
        assertThat(wrong()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(wrong()).containsExactly("The turn to epoch 2, begun on 15 Jan 2026, 02:00, is not finished.");
        assertThat(checked().flaws()).extracting(Flaw::mend).allSatisfy(mend -> assertThat(mend)
                .contains("./counterfoil keys turn"));
    }

    @Test
    void anEpochThatNoOtherFollowsForMoreThanTwoDaysIsNamed() {
        for (int day = 0; day < 3; day++) {
            aDayGoesBy();
        }
        assertThat(wrong()).containsExactly("No epoch has begun since epoch 1, on 15 Jan 2026, 02:00.");
    }

    @Test
    void aKeyThatOutlivesTheHorizonByMoreThanTwoDaysIsNamed() {
        for (int night = 0; night < 9; night++) {
            aDayGoesBy();
            turn(1);
            assertThat(wrong()).isEmpty();
        }
        aDayGoesBy();
        turn(1);
        assertThat(wrong())
                .containsExactly("The key of epoch 1, made on 15 Jan 2026, 02:00, was due to be destroyed on"
                        + " 22 Jan 2026, 02:00 and is still there.");
    }

    @Test
    void aTurnThatComesLateOutlivesNothing() {
        now = now.plus(Duration.ofDays(30));
        turn(Integer.MAX_VALUE);
        assertThat(wrong()).isEmpty();
        aDayGoesBy();
        turn(Integer.MAX_VALUE);
        assertThat(wrong()).isEmpty();
        assertThat(keys.epochs()).containsExactlyInAnyOrder(2, 3);
    }

    private void turn(int oldestInUse) {
        keys.beginTurn();
        keys.finishTurn(SETTINGS.backupHorizon(), oldestInUse);
    }

    private void aDayGoesBy() {
        now = now.plus(Duration.ofDays(1));
    }

    private List<String> wrong() {
        return checked().flaws().stream().map(Flaw::wrong).toList();
    }

    private Checked checked() {
        return new KeysBookCheck(keys, SETTINGS, clock).of(new SellerId(UUID.randomUUID()));
    }
}
