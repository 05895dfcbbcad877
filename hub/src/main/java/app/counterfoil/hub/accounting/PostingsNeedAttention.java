package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NeedsAttention;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what did not get into the books where everything else is that needs somebody. */
@Component
class PostingsNeedAttention implements NeedsAttention {

    private static final String PATH = "/bookkeeping";

    private final Postings postings;

    PostingsNeedAttention(Postings postings) {
        this.postings = postings;
    }

    @Override
    public List<Item> of(SellerId seller) {
        return postings.needing(seller).entrySet().stream()
                .map(PostingsNeedAttention::item)
                .toList();
    }

    private static Item item(Map.Entry<PostingState, Long> waiting) {
        var title =
                waiting.getValue() == 1 ? "Bookkeeping: 1 entry" : "Bookkeeping: " + waiting.getValue() + " entries";
        return waiting.getKey() == PostingState.DIFFERS
                ? new Item(
                        title,
                        PATH,
                        "In the books with another sum than was sent",
                        "Put it right there, then look again.",
                        "")
                : new Item(title, PATH, "Not in the books", "Look at why, mend it and enter it again.", "");
    }
}
