package app.counterfoil.hub.register;

/**
 * Something that a register must say and this one does not.
 *
 * @param wrong what is missing
 * @param mend what to do
 * @param path the page on which it is mended
 */
public record Gap(String wrong, String mend, String path) {}
