package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.order.Territory;
import java.util.Set;
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

    /**
     * Where inland post goes, as {@code OrderFacts.territory} writes it: forces post too, and what is unclear is so
     * within the British Isles.
     */
    private static final Set<String> INLAND =
            Set.of("", "GB", "XI", "JE", "GG", "IM", Territory.FORCES_POST, Territory.UNCLEAR);

    /** Whether inland services go to that country or territory. */
    public static boolean isInland(String territory) {
        return INLAND.contains(territory);
    }

    /** Whether it goes to that country or territory. */
    public boolean goesTo(String territory) {
        return abroad != isInland(territory);
    }
}
