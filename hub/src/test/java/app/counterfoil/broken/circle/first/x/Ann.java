package app.counterfoil.broken.circle.first.x;

import app.counterfoil.broken.circle.second.y.Ben;

/** Its part knows the second, whose other part knows the first: a circle of parts, none of packages. */
public final class Ann {

    Class<?> knows() {
        return Ben.class;
    }
}
