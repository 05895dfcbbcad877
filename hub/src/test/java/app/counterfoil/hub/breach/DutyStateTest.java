package app.counterfoil.hub.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hours run from the moment of awareness, and a decision stops them. */
class DutyStateTest {

    private static final Instant AWARE = Instant.parse("2026-03-27T20:30:00Z");
    private static final UUID PERSON = new UUID(1, 2);

    @Test
    void theRegulatorIsToldWithinSeventyTwoHoursWhateverTheClocksOfSummerDo() {
        var regulator = regulator(List.of());
        assertThat(regulator.dueAt()).contains(Instant.parse("2026-03-30T20:30:00Z"));
        assertThat(regulator.inWords(AWARE)).isEqualTo("72 h left");
        assertThat(regulator.inWords(after(20, 40))).isEqualTo("51 h 20 min left");
        assertThat(regulator.inWords(after(71, 50))).isEqualTo("10 min left");
        assertThat(regulator.isLate(after(72, 0))).isFalse();
        assertThat(regulator.isLate(after(72, 1))).isTrue();
        assertThat(regulator.inWords(after(75, 0))).isEqualTo("Overdue by 3 h");
    }

    @Test
    void amazonIsOwedTwentyFourHoursOnceItsOrdersAreInScopeAndNotBefore() {
        assertThat(CaseFile.of(incident(), List.of(), List.of(scope(false))).duties())
                .extracting(DutyState::duty)
                .containsExactly(Duty.REGULATOR, Duty.NOTICE, Duty.PEOPLE);
        var amazon = CaseFile.of(incident(), List.of(), List.of(scope(false), scope(true)))
                .duties()
                .get(2);
        assertThat(amazon.duty()).isEqualTo(Duty.CHANNEL);
        assertThat(amazon.inWords(after(0, 30))).isEqualTo("23 h 30 min left");
        assertThat(amazon.isLate(after(24, 1))).isTrue();
    }

    @Test
    void whatTheLawGivesNoHoursForIsToBeDoneWithoutDelayAndNeverLate() {
        var people = CaseFile.of(incident(), List.of(), List.of()).duties().get(2);
        assertThat(people.inWords(after(500, 0))).isEqualTo("To do without delay");
        assertThat(people.isLate(after(500, 0))).isFalse();
    }

    @Test
    void aDecisionEitherWayStopsTheHoursAndTheLatestCounts() {
        assertThat(regulator(List.of(decided(2, Ground.RISK_LIKELY, after(71, 0))))
                        .inWords(after(90, 0)))
                .isEqualTo("Done");
        assertThat(regulator(List.of(decided(2, Ground.RISK_LIKELY, after(73, 0))))
                        .inWords(after(90, 0)))
                .isEqualTo("Done late");
        assertThat(regulator(List.of(decided(2, Ground.RISK_UNLIKELY, after(80, 0))))
                        .inWords(after(90, 0)))
                .isEqualTo("Not needed");
        var changed = regulator(
                List.of(decided(2, Ground.RISK_UNLIKELY, after(1, 0)), decided(3, Ground.RISK_LIKELY, after(2, 0))));
        assertThat(changed.isDone()).isTrue();
    }

    @Test
    void everyDutyHasReasonsEitherWay() {
        for (var duty : Duty.values()) {
            assertThat(Ground.of(duty, true)).as(duty.title()).isNotEmpty();
            assertThat(Ground.of(duty, false)).as(duty.title()).isNotEmpty();
        }
    }

    private static DutyState regulator(List<Step> steps) {
        return CaseFile.of(incident(), steps, List.of()).duties().get(0);
    }

    private static Step decided(int number, Ground ground, Instant at) {
        return new Step(number, Act.DECIDED, Optional.of(ground), Optional.empty(), Optional.empty(), at, PERSON);
    }

    private static Instant after(int hours, int minutes) {
        return AWARE.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes));
    }

    private static Incident incident() {
        var told =
                new Incident.Told(false, Set.of(Harm.AVAILABILITY), Cause.BACKUP_LOST, Optional.empty(), AWARE, AWARE);
        return new Incident(new UUID(0, 1), 1, told, SubjectId.random(), AWARE, PERSON);
    }

    private static Scope scope(boolean amazon) {
        var found = new Scope.Found(
                1, 1, 1, 0, 0, 0, amazon, List.of("Name"), Set.of(Purpose.DELIVERY), List.of(), List.of(), List.of());
        var question = new Question(Asked.TIME, AWARE, AWARE.plusSeconds(60), Optional.empty(), Optional.empty(), "");
        return new Scope(UUID.randomUUID(), question, AWARE, found);
    }
}
