package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.retention.WhyStillHere;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of a request, by its name such as {@code R-7}, why what its requester said is here, or when it ended. */
@Component
@Order(3)
class RequestsWhyStillHere implements WhyStillHere {

    private static final Pattern NAME = Pattern.compile("[Rr]-\\d{1,9}");

    private final RequestRows rows;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    RequestsWhyStillHere(RequestRows rows, SellerTransactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Answer> about(SellerId seller, String asked) {
        if (!NAME.matcher(asked).matches()) {
            return List.of();
        }
        return transactions
                .in(seller, () -> rows.in(seller, EnumSet.allOf(RequestState.class), Integer.MAX_VALUE))
                .stream()
                .filter(request -> request.name().equalsIgnoreCase(asked))
                .map(this::answer)
                .toList();
    }

    private Answer answer(RightsRequest request) {
        var isHere = request.recordEndsOn().isAfter(clock.today());
        var rule = Purpose.RIGHTS_REQUEST.inOrder() + ": " + Purpose.RIGHTS_REQUEST.lifeInWords() + ".";
        return new Answer(
                "Who asked in request " + request.name() + ", and what was answered",
                (isHere ? "It is here until " : "It ended on ")
                        + Written.day(request.recordEndsOn())
                        + (isHere && request.closedAt().isEmpty() ? ", later while the request is open" : "")
                        + (isHere ? ", held " : "; it was held ")
                        + rule,
                isHere);
    }
}
