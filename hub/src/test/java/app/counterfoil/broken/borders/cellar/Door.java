package app.counterfoil.broken.borders.cellar;

/** What the cellar shows. */
public final class Door {}
