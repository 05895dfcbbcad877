package app.counterfoil.broken.sandbox;

import app.counterfoil.vault.Purpose;

/** A piece of the outside world that knows the vault. */
public final class Cellar {
    Object seen() {
        return Purpose.DELIVERY;
    }
}
