package app.counterfoil.broken.circle.second.z;

import app.counterfoil.broken.circle.first.w.Dan;

/** Closes the circle of parts. */
public final class Cat {

    Class<?> knows() {
        return Dan.class;
    }
}
