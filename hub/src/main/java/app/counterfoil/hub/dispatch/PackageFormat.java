package app.counterfoil.hub.dispatch;

/**
 * A package format of a courier.
 *
 * @param code the courier's name of it
 * @param title as people know it, with its limits
 */
public record PackageFormat(String code, String title) {}
