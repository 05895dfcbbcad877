package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NeedsAttention;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows overdue reviews where everything else is that needs somebody. */
@Component
class ReviewsNeedAttention implements NeedsAttention {

    private final Reviews reviews;
    private final BusinessClock clock;

    ReviewsNeedAttention(Reviews reviews, BusinessClock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public List<Item> of(SellerId seller) {
        return reviews.overdue(seller).stream().map(this::item).toList();
    }

    private Item item(ToReview review) {
        var thing = review.thing();
        var title = "Review: " + thing.title();
        return review.nextOn().isBefore(clock.today().minusYears(20))
                ? new Item(title, thing.where(), "No agreement is on file", "Record what its terms say.", "")
                : new Item(
                        title,
                        thing.path(),
                        "Somebody should have looked at it",
                        thing.question(),
                        "Due on " + Written.day(review.nextOn()));
    }
}
