package app.counterfoil.sandbox;

import app.counterfoil.sandbox.admin.Admin;
import app.counterfoil.sandbox.amazon.AmazonOrders;
import app.counterfoil.sandbox.amazon.AmazonShipments;
import app.counterfoil.sandbox.amazon.AmazonSignIn;
import app.counterfoil.sandbox.amazon.RateLimits;
import app.counterfoil.sandbox.ebay.EbayOrders;
import app.counterfoil.sandbox.ebay.EbaySignIn;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Exchanges;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.royalmail.ClickAndDrop;
import app.counterfoil.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** A running sandbox: the outside world on one loopback port. */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Faults faults;
    private final Exchanges exchanges;
    private final ClickAndDrop royalMail;
    private final Admin admin;
    private final LoopbackServer server;

    private Sandbox(SandboxSettings settings) throws IOException {
        world = new World();
        faults = new Faults();
        exchanges = new Exchanges();
        royalMail = new ClickAndDrop(world);
        var limits = new RateLimits(world.clock(), settings.limitScale());
        admin = new Admin(world, faults, exchanges, limits, royalMail, settings.seed());
        for (var account : world.accounts()) {
            admin.generate(account.id(), settings.orders());
        }
        var amazon = new AmazonSignIn();
        var ebay = new EbaySignIn();
        server = new LoopbackServer(
                settings.port(),
                List.of(
                        amazon,
                        new AmazonShipments(world, amazon, limits),
                        new AmazonOrders(world, amazon, limits),
                        ebay,
                        new EbayOrders(world, ebay),
                        royalMail,
                        admin),
                faults,
                exchanges,
                world.clock());
    }

    /** Starts a sandbox. */
    public static Sandbox start(SandboxSettings settings) {
        try {
            return new Sandbox(settings);
        } catch (IOException portTaken) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on port " + settings.port() + "; give another --port.", portTaken);
        }
    }

    /** Where it answers. */
    public URI address() {
        return server.address();
    }

    /** The truth it holds. */
    public World world() {
        return world;
    }

    /** Its faults. */
    public Faults faults() {
        return faults;
    }

    /** What it was asked. */
    public Exchanges exchanges() {
        return exchanges;
    }

    /** The courier. */
    public ClickAndDrop royalMail() {
        return royalMail;
    }

    /** Adds generated orders to an account. */
    public void generate(String account, int count) {
        admin.generate(account, count);
    }

    @Override
    public void close() {
        server.close();
    }
}
