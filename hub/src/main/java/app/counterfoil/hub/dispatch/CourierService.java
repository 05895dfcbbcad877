package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Territory;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service of a courier.
 *
 * @param code the courier's code
 * @param title as people know it
 * @param notifies whether the recipient is told by e-mail or text, so that those are handed over
 * @param abroad whether it goes abroad; if not, it goes to the United Kingdom and the Crown dependencies
 * @param tracked whether its parcels have a tracking number
 */
public record CourierService(
        String code, String title, boolean notifies, boolean abroad, @DefaultValue("true") boolean tracked) {

    /** Whether it goes to that territory. */
    public boolean goesTo(Territory territory) {
        return abroad != territory.isInland();
    }
}
