package app.counterfoil.hub.seller;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which shop somebody means who works for several under one address. */
@Component
class WhichShop {

    private final SellerDetails details;

    WhichShop(SellerDetails details) {
        this.details = details;
    }

    /** The only one of them, or the only one whose shop bears that name; letters of either case will do. */
    Optional<SignedIn> only(List<SignedIn> people, String shop) {
        if (people.size() == 1) {
            return Optional.of(people.get(0));
        }
        var meant = people.stream()
                .filter(person -> details.of(person.seller()).tradingName().equalsIgnoreCase(shop.strip()))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
