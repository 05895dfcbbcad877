package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.rights.RequestClock.Clarification;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestClockTest {

    private static final LocalDate MAY_4 = LocalDate.of(2026, 5, 4);

    @ParameterizedTest
    @CsvSource({
        "2026-05-04, 2026-06-04",
        "2026-01-31, 2026-02-28",
        "2027-12-31, 2028-01-31",
        "2028-01-31, 2028-02-29",
        "2026-08-31, 2026-09-30"
    })
    void aMonthEndsOnTheSameDayOfTheNextOneOrOnItsLast(LocalDate received, LocalDate due) {
        assertThat(clock(received).dueOn(received)).contains(due);
    }

    @Test
    void twoMonthsMoreAreThreeInAll() {
        var clock = extended(clock(LocalDate.of(2026, 11, 30)), LocalDate.of(2026, 12, 20));
        assertThat(clock.dueOn(LocalDate.of(2026, 12, 20))).contains(LocalDate.of(2027, 2, 28));
        assertThat(clock.isExtendable(LocalDate.of(2026, 12, 21))).isFalse();
    }

    @Test
    void itIsExtendedWithinTheFirstMonthOnly() {
        assertThat(clock(MAY_4).isExtendable(LocalDate.of(2026, 6, 4))).isTrue();
        assertThat(clock(MAY_4).isExtendable(LocalDate.of(2026, 6, 5))).isFalse();
    }

    @Test
    void theMonthBeginsWhenItIsKnownWhoHasAskedIfThatWasAwaited() {
        var awaiting = identity(clock(MAY_4), MAY_4.plusDays(2), Optional.empty());
        assertThat(awaiting.dueOn(MAY_4.plusDays(60))).isEmpty();
        assertThat(awaiting.stands()).isTrue();
        var known = identity(clock(MAY_4), MAY_4.plusDays(2), Optional.of(LocalDate.of(2026, 5, 20)));
        assertThat(known.dueOn(MAY_4)).contains(LocalDate.of(2026, 6, 20));
        assertThat(known.stands()).isFalse();
    }

    /** Whoever has shown it without being asked has lost no day. */
    @Test
    void whoIsKnownAtOnceHasTheMonthFromTheReceipt() {
        var known = new RequestClock(
                RequestKind.ACCESS,
                Law.UK,
                MAY_4,
                Optional.empty(),
                Optional.of(MAY_4.plusDays(9)),
                List.of(),
                Optional.empty());
        assertThat(known.dueOn(MAY_4)).contains(LocalDate.of(2026, 6, 4));
    }

    @Test
    void daysOnWhichAnAnswerIsAwaitedAreNotCountedByUkLaw() {
        var asked = new Clarification(LocalDate.of(2026, 5, 10), Optional.empty());
        var answered = new Clarification(LocalDate.of(2026, 5, 6), Optional.of(LocalDate.of(2026, 5, 9)));
        var clock = clarified(Law.UK, List.of(answered, asked));
        assertThat(clock.stands()).isTrue();
        assertThat(clock.dueOn(LocalDate.of(2026, 5, 15)))
                .contains(LocalDate.of(2026, 6, 4).plusDays(3 + 5));
        assertThat(clock.daysLeft(LocalDate.of(2026, 5, 15))).isEqualTo(clock.daysLeft(LocalDate.of(2026, 5, 25)));
    }

    @Test
    void daysAreCountedThroughByEuLaw() {
        var clock = clarified(Law.EU, List.of(new Clarification(LocalDate.of(2026, 5, 6), Optional.empty())));
        assertThat(clock.stands()).isFalse();
        assertThat(clock.dueOn(LocalDate.of(2026, 5, 20))).contains(LocalDate.of(2026, 6, 4));
    }

    @Test
    void aComplaintIsAcknowledgedWithinThirtyDaysWhoeverHasMadeIt() {
        var complaint = new RequestClock(
                RequestKind.COMPLAINT,
                Law.UK,
                MAY_4,
                Optional.of(MAY_4),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertThat(complaint.dueOn(MAY_4)).contains(LocalDate.of(2026, 6, 3));
        assertThat(complaint.isExtendable(MAY_4)).isFalse();
    }

    private static RequestClock clock(LocalDate received) {
        return new RequestClock(
                RequestKind.ACCESS, Law.UK, received, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private static RequestClock clarified(Law law, List<Clarification> clarifications) {
        return new RequestClock(
                RequestKind.ACCESS, law, MAY_4, Optional.empty(), Optional.empty(), clarifications, Optional.empty());
    }

    private static RequestClock identity(RequestClock of, LocalDate asked, Optional<LocalDate> known) {
        return new RequestClock(
                of.kind(), of.law(), of.receivedOn(), Optional.of(asked), known, List.of(), Optional.empty());
    }

    private static RequestClock extended(RequestClock of, LocalDate on) {
        return new RequestClock(
                of.kind(), of.law(), of.receivedOn(), Optional.empty(), Optional.empty(), List.of(), Optional.of(on));
    }
}
