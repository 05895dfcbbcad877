package app.counterfoil.broken.borders.loft;

import app.counterfoil.broken.borders.cellar.Door;

/** Uses a door it was not given. */
public final class Stranger {

    Class<?> knows() {
        return Door.class;
    }
}
