package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of the people of orders. */
@Component
class KindsOfOrders implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(
                Recipient.KIND,
                Recipient.TOLD,
                ToldMark.OF_RECIPIENT,
                Buyer.KIND,
                ToldMark.OF_BUYER,
                OrdersPutAside.KIND);
    }
}
