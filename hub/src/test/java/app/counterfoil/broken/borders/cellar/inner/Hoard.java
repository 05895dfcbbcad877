package app.counterfoil.broken.borders.cellar.inner;

/** What the cellar keeps to itself. */
public final class Hoard {}
