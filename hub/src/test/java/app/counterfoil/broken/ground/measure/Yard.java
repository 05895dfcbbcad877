package app.counterfoil.broken.ground.measure;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A value that knows a framework. */
public final class Yard {

    Class<?> knows() {
        return JdbcClient.class;
    }
}
