package app.counterfoil.hub.rights;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Until when a request is to be answered: a month after it was received (Art 12(3) UK GDPR), two more where the requester
 * was told so within the first. While somebody's identity is awaited the month has not begun; days on which they are asked
 * what they mean are not counted, by UK law (Data (Use and Access) Act 2025). A complaint is to be acknowledged within 30
 * days (DPA 2018, s. 164A). Where the law moves a last day that is no working day to the next one, this does not: it is
 * never too late.
 *
 * @param kind what is asked for
 * @param law by which law
 * @param receivedOn the day of receipt
 * @param identityAskedOn the day on which the requester was asked to show who they are, if they were
 * @param identityKnownOn the day on which they had
 * @param clarifications when they were asked what they mean
 * @param extendedOn the day on which they were told that it takes longer
 */
public record RequestClock(
        RequestKind kind,
        Law law,
        LocalDate receivedOn,
        Optional<LocalDate> identityAskedOn,
        Optional<LocalDate> identityKnownOn,
        List<Clarification> clarifications,
        Optional<LocalDate> extendedOn) {

    private static final int DAYS_TO_ACKNOWLEDGE = 30;
    private static final int MONTHS = 1;
    private static final int MONTHS_MORE = 2;

    /** Copies the list. */
    public RequestClock {
        clarifications = List.copyOf(clarifications);
    }

    /**
     * Somebody was asked what they mean.
     *
     * @param askedOn the day of the question
     * @param answeredOn the day of the answer; empty while it is awaited
     */
    public record Clarification(LocalDate askedOn, Optional<LocalDate> answeredOn) {

        long days(LocalDate today) {
            return Math.max(0, ChronoUnit.DAYS.between(askedOn, answeredOn.orElse(today)));
        }
    }

    /** The day from which the time runs; empty while it is awaited who has asked. */
    public Optional<LocalDate> startsOn() {
        return identityAskedOn.isPresent() && kind != RequestKind.COMPLAINT ? identityKnownOn : Optional.of(receivedOn);
    }

    /** The last day of the time; empty while it has not begun. It moves on while an answer is awaited. */
    public Optional<LocalDate> dueOn(LocalDate today) {
        return kind == RequestKind.COMPLAINT
                ? Optional.of(receivedOn.plusDays(DAYS_TO_ACKNOWLEDGE))
                : startsOn().map(start -> start.plusMonths(extendedOn.isPresent() ? MONTHS + MONTHS_MORE : MONTHS)
                        .plusDays(notCounted(today)));
    }

    /** Whether an answer of the requester is awaited, so that the time does not run. */
    public boolean stands() {
        return startsOn().isEmpty() || (law == Law.UK && awaitsClarification());
    }

    /** Whether the requester is asked what they mean and has not answered. */
    public boolean awaitsClarification() {
        return clarifications.stream().anyMatch(each -> each.answeredOn().isEmpty());
    }

    /** Whether the requester is asked who they are and has not shown it. */
    public boolean awaitsIdentity() {
        return identityAskedOn.isPresent() && identityKnownOn.isEmpty();
    }

    /** How many days are left, the last one counted; negative when it is too late. Empty while it has not begun. */
    public Optional<Long> daysLeft(LocalDate today) {
        return dueOn(today).map(due -> ChronoUnit.DAYS.between(today, due));
    }

    /** Whether the requester can still be told that it takes longer: within the first month, once. */
    public boolean isExtendable(LocalDate today) {
        return kind != RequestKind.COMPLAINT
                && extendedOn.isEmpty()
                && dueOn(today).filter(due -> !today.isAfter(due)).isPresent();
    }

    private long notCounted(LocalDate today) {
        return law == Law.UK
                ? clarifications.stream().mapToLong(each -> each.days(today)).sum()
                : 0;
    }
}
