package app.counterfoil.broken.circle.first.w;

/** Knows nobody. */
public final class Dan {}
