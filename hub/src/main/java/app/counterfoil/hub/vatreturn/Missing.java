package app.counterfoil.hub.vatreturn;

/**
 * Something that is not in a return yet and may belong there.
 *
 * @param what what it is, in a sentence
 * @param path the page where it is put right
 * @param blocks whether the return cannot be submitted without it
 */
public record Missing(String what, String path, boolean blocks) {}
