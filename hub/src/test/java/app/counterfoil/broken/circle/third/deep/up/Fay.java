package app.counterfoil.broken.circle.third.deep.up;

import app.counterfoil.broken.circle.third.deep.down.Eve;

/** The other half. */
public final class Fay {

    Class<?> knows() {
        return Eve.class;
    }
}
