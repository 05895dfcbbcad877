package app.counterfoil.hub.payout;

import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The formats of all channels, as the house finds them. */
final class MadeUpFormats {

    private MadeUpFormats() {}

    static List<SettlementFormat> all() {
        try (var house = new AnnotationConfigApplicationContext()) {
            house.scan("app.counterfoil.hub.payout.amazon", "app.counterfoil.hub.payout.ebay");
            house.refresh();
            return List.copyOf(house.getBeansOfType(SettlementFormat.class).values());
        }
    }
}
