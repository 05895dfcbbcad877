package app.counterfoil.sandbox;

/**
 * How a sandbox begins.
 *
 * @param port the loopback port, or 0 for any free one
 * @param seed the seed of its orders
 * @param orders how many orders each account holds at the start
 * @param limitScale how many times faster and larger than published the rate limits are
 * @param unusual whether there is something unusual about an order now and then
 * @param smtpPort the loopback port at which it takes mail, or 0 for any free one
 * @param pop3Port the loopback port at which returned mail is read, or 0 for any free one
 */
public record SandboxSettings(
        int port, long seed, int orders, double limitScale, boolean unusual, int smtpPort, int pop3Port) {

    /** A sandbox whose mail is at any free ports. */
    public SandboxSettings(int port, long seed, int orders, double limitScale, boolean unusual) {
        this(port, seed, orders, limitScale, unusual, 0, 0);
    }

    /** A sandbox whose orders have nothing unusual about them. */
    public SandboxSettings(int port, long seed, int orders, double limitScale) {
        this(port, seed, orders, limitScale, false);
    }

    /** A sandbox for tests: any port, no orders, limits that do not stand in the way. */
    public static SandboxSettings forTests(long seed) {
        return new SandboxSettings(0, seed, 0, 10_000);
    }
}
