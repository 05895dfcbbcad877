package app.counterfoil.postgres;

import java.util.regex.Pattern;

/**
 * How a standby follows its primary.
 *
 * @param name what it is called there: lower-case letters, digits and underscores
 * @param host where it finds the primary; loopback where the way between two machines is a tunnel
 * @param port the primary's port as the standby sees it, or 0 for the one it has on its own machine
 */
public record Following(String name, String host, int port) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");

    /** @throws IllegalArgumentException if the name, the host or the port is none */
    public Following {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A standby is named with up to 40 lower-case letters, digits and underscores, not " + name + ".");
        }
        if (!HOST.matcher(host).matches() || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A primary is at HOST:PORT, not at " + host + ":" + port + ".");
        }
    }

    /** On the primary's own machine, or by a tunnel that ends on the same port. */
    public static Following onLoopback(String name) {
        return new Following(name, "127.0.0.1", 0);
    }
}
