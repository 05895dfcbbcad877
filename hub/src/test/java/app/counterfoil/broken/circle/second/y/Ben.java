package app.counterfoil.broken.circle.second.y;

/** Knows nobody. */
public final class Ben {}
