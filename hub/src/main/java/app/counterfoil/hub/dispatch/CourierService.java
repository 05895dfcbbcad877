package app.counterfoil.hub.dispatch;

import java.util.Set;

/**
 * A service of a courier.
 *
 * @param code the courier's code
 * @param title as people know it
 * @param notifies whether the recipient is told by e-mail or text, so that those are handed over
 * @param abroad whether it goes abroad; if not, it goes to the United Kingdom and the Crown dependencies
 */
public record CourierService(String code, String title, boolean notifies, boolean abroad) {

    /** Where inland post goes, as {@code OrderFacts.territory} writes it. */
    private static final Set<String> INLAND = Set.of("", "GB", "XI", "JE", "GG", "IM");

    /** Whether inland services go to that country or territory. */
    public static boolean isInland(String territory) {
        return INLAND.contains(territory);
    }

    /** Whether it goes to that country or territory. */
    public boolean goesTo(String territory) {
        return abroad != isInland(territory);
    }
}
