package app.counterfoil.broken.borders.attic;

import app.counterfoil.broken.borders.cellar.inner.Hoard;

/** Takes what is not shown. */
public final class Thief {

    Class<?> knows() {
        return Hoard.class;
    }
}
