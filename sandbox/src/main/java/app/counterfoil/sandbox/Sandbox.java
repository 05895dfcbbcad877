package app.counterfoil.sandbox;

import app.counterfoil.sandbox.admin.Admin;
import app.counterfoil.sandbox.admin.Trade;
import app.counterfoil.sandbox.amazon.AmazonOrders;
import app.counterfoil.sandbox.amazon.AmazonShipments;
import app.counterfoil.sandbox.amazon.AmazonSignIn;
import app.counterfoil.sandbox.change.Change;
import app.counterfoil.sandbox.change.Evolution;
import app.counterfoil.sandbox.ebay.EbayOrders;
import app.counterfoil.sandbox.ebay.EbaySignIn;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.hmrc.Hmrc;
import app.counterfoil.sandbox.hmrc.HmrcSignIn;
import app.counterfoil.sandbox.hmrc.HmrcVat;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Exchanges;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.limit.RateLimits;
import app.counterfoil.sandbox.mail.MailServer;
import app.counterfoil.sandbox.mailchimp.Mailchimp;
import app.counterfoil.sandbox.mailchimp.Members;
import app.counterfoil.sandbox.mailchimp.Webhooks;
import app.counterfoil.sandbox.numbers.BritishNumbers;
import app.counterfoil.sandbox.numbers.RegisteredNumbers;
import app.counterfoil.sandbox.numbers.Vies;
import app.counterfoil.sandbox.quickbooks.QuickBooks;
import app.counterfoil.sandbox.quickbooks.QuickBooksBooks;
import app.counterfoil.sandbox.quickbooks.QuickBooksSignIn;
import app.counterfoil.sandbox.royalmail.ClickAndDrop;
import app.counterfoil.sandbox.sage.Sage;
import app.counterfoil.sandbox.sage.SageBooks;
import app.counterfoil.sandbox.sage.SageSignIn;
import app.counterfoil.sandbox.world.World;
import app.counterfoil.sandbox.xero.Xero;
import app.counterfoil.sandbox.xero.XeroBooks;
import app.counterfoil.sandbox.xero.XeroConnections;
import app.counterfoil.sandbox.xero.XeroSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A running sandbox: the outside world on one loopback port. */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Faults faults;
    private final Exchanges exchanges;
    private final ClickAndDrop royalMail;
    private final Mailchimp mailchimp;
    private final Xero xero;
    private final Sage sage;
    private final QuickBooks quickBooks;
    private final Hmrc hmrc;
    private final RegisteredNumbers numbers;
    private final Trade trade;
    private final MailServer mail;
    private final LoopbackServer server;

    private Sandbox(SandboxSettings settings) throws IOException {
        world = new World();
        faults = new Faults();
        exchanges = new Exchanges();
        var limits = new RateLimits(world.clock(), settings.limitScale());
        royalMail = new ClickAndDrop(world, faults, limits);
        mailchimp = new Mailchimp(world);
        xero = new Xero(world.clock());
        sage = new Sage(world.clock());
        quickBooks = new QuickBooks(world.clock());
        hmrc = new Hmrc(world.clock());
        numbers = new RegisteredNumbers();
        trade = new Trade(world, settings.seed());
        for (var account : world.accounts()) {
            trade.generate(account.id(), settings.orders(), settings.unusual());
        }
        var amazon = new AmazonSignIn(world.clock());
        var ebay = new EbaySignIn(world.clock(), limits);
        mail = new MailServer(settings.smtpPort(), settings.pop3Port());
        server = new LoopbackServer(
                settings.port(),
                doors(
                        booksAndTaxOffice(limits),
                        amazon,
                        new AmazonShipments(world, amazon, limits),
                        new AmazonOrders(world, amazon, limits),
                        ebay,
                        new EbayOrders(world, ebay, limits),
                        royalMail,
                        new Members(mailchimp),
                        new Webhooks(mailchimp),
                        new Admin(world, trade, faults, exchanges, limits, royalMail, mailchimp, xero, hmrc, mail)),
                faults,
                exchanges,
                world.clock());
    }

    private List<Door> booksAndTaxOffice(RateLimits limits) {
        return List.of(
                new XeroSignIn(xero),
                new XeroConnections(xero),
                new XeroBooks(xero, limits),
                new SageSignIn(sage),
                new SageBooks(sage, limits),
                new QuickBooksSignIn(quickBooks),
                new QuickBooksBooks(quickBooks, limits),
                new HmrcSignIn(hmrc),
                new BritishNumbers(numbers, hmrc),
                new HmrcVat(hmrc),
                new Vies(numbers));
    }

    private static List<Door> doors(List<Door> some, Door... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    /** Starts a sandbox. */
    public static Sandbox start(SandboxSettings settings) {
        try {
            return new Sandbox(settings);
        } catch (IOException portTaken) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on port " + settings.port()
                            + ", or not on its ports for mail; give another --port, --smtp-port or --pop3-port.",
                    portTaken);
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

    /** The newsletter service. */
    public Mailchimp mailchimp() {
        return mailchimp;
    }

    /** The accounting service Xero. */
    public Xero xero() {
        return xero;
    }

    /** The accounting service Sage. */
    public Sage sage() {
        return sage;
    }

    /** The accounting service QuickBooks. */
    public QuickBooks quickBooks() {
        return quickBooks;
    }

    /** The tax office. */
    public Hmrc hmrc() {
        return hmrc;
    }

    /** The VAT numbers that are registered. */
    public RegisteredNumbers numbers() {
        return numbers;
    }

    /** The mail server. */
    public MailServer mail() {
        return mail;
    }

    /** Adds generated orders to an account, none of them unusual. */
    public void generate(String account, int count) {
        trade.generate(account, count, false);
    }

    /** Adds generated orders to an account; there is something unusual about one now and then. */
    public void generateUnusual(String account, int count) {
        trade.generate(account, count, true);
    }

    /** Lets so many changes of the given kinds, or of all, happen to an account's orders, dated as long ago. */
    public List<Evolution.Done> evolve(String account, int count, Duration ago, Change... kinds) {
        return trade.evolve(account, count, Set.of(kinds), List.of(), ago);
    }

    @Override
    public void close() {
        server.close();
        mail.close();
    }
}
