package app.counterfoil.hub.dispatch;

/**
 * A service of a courier.
 *
 * @param code the courier's code
 * @param title as people know it
 * @param notifies whether the recipient is told by e-mail or text, so that those are handed over
 */
public record CourierService(String code, String title, boolean notifies) {}
