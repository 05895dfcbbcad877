package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.SellerId;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a shop for a new seller, with the details it prints on its documents. */
@Component
public class OpenShop {

    private final People people;
    private final SellerDetails details;

    OpenShop(People people, SellerDetails details) {
        this.people = people;
        this.details = details;
    }

    /** Opens the shop and tells its id. */
    @Transactional
    public SellerId open(Business business) {
        return opened(business);
    }

    /** Opens the shop and lets in whom it is to have from the beginning, or does neither. */
    @Transactional
    void open(Business business, Consumer<SellerId> firstPeople) {
        firstPeople.accept(opened(business));
    }

    private SellerId opened(Business business) {
        var seller = new SellerId(UUID.randomUUID());
        people.addSeller(seller);
        details.save(seller, business);
        return seller;
    }
}
