package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.Refusal;

/**
 * After how many days somebody must look whether a legal hold is still needed: nothing is kept for a claim that nobody
 * thinks of (Art 5(1)(e)).
 *
 * @param days 1 to 90
 */
public record ReviewPeriod(int days) {

    private static final int MOST_DAYS = 90;

    /** The longest there is. */
    public static final ReviewPeriod LONGEST = new ReviewPeriod(MOST_DAYS);

    /** @throws NotAReviewPeriod if it is none of 1 to 90 days */
    public ReviewPeriod {
        if (days < 1 || days > MOST_DAYS) {
            throw new NotAReviewPeriod();
        }
    }

    /** So many days are no time to review a hold in. */
    public static final class NotAReviewPeriod extends Refusal {
        NotAReviewPeriod() {
            super("A legal hold is reviewed after 1 to " + MOST_DAYS + " days.", "Give 1 to " + MOST_DAYS + " days.");
        }
    }
}
