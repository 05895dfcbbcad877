package app.counterfoil.broken.circle.third.deep.down;

import app.counterfoil.broken.circle.third.deep.up.Fay;

/** One half of a circle deep below. */
public final class Eve {

    Class<?> knows() {
        return Fay.class;
    }
}
