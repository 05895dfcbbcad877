package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.order.Happening;
import app.counterfoil.hub.order.TellsHappenings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lends the timeline of an order the words for what happens to its parcels. */
@Component
class TellsParcelHappenings implements TellsHappenings {

    @Override
    public List<? extends Happening> all() {
        return List.of(ParcelHappening.values());
    }
}
