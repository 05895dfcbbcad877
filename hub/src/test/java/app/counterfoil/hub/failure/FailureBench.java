package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.secrets.EpochsInUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A hub whose database and whose services outside fail once, at a place that a test names; and what must hold then. */
public final class FailureBench implements AutoCloseable {

    /** What fails on purpose is not news. */
    private static final Map<String, String> QUIET =
            Map.of("logging.level.root", "off", "logging.level.com.zaxxer.hikari", "off");

    /** No flow asks for so much; one that does goes in circles. */
    private static final int MOST = 600;

    private final HubDatabase database = HubDatabase.fresh();
    private final FailNth nth = new FailNth();
    private final ConfigurableApplicationContext hub;
    private final Connection superuser;

    /** Something the hub does, which may fail anywhere. */
    public interface Flow {

        /** Whose books it works on. */
        SellerId shop();

        /** Puts fresh work there. */
        void prepare();

        /** Does it; whatever it throws is what somebody would have seen. */
        void run();

        /** Does it again, as somebody would or as the jobs do by themselves. */
        default void again() {
            run();
        }

        /** Whether all looks done now that nothing was thrown; then it has to be. A job may have noted what is left. */
        default boolean looksDone() {
            return false;
        }

        /** Looks at what became of it. */
        void check();
    }

    /** A hub in front of that sandbox. */
    public FailureBench(Sandbox sandbox) {
        var wire = FailingWire.before(sandbox.address(), nth);
        var settings = Map.ofEntries(
                Map.entry("counterfoil.amazon.api", wire.address()),
                Map.entry("counterfoil.amazon.sign-in", wire.address()),
                Map.entry("counterfoil.ebay.api", wire.address()),
                Map.entry("counterfoil.royal-mail.api", wire.address()),
                Map.entry("counterfoil.mailchimp.api", wire.address()),
                Map.entry("counterfoil.xero.api", wire.address()),
                Map.entry("counterfoil.xero.sign-in", wire.address()),
                Map.entry("counterfoil.sage.api", wire.address()),
                Map.entry("counterfoil.sage.sign-in", wire.address()),
                Map.entry("counterfoil.quickbooks.api", wire.address()),
                Map.entry("counterfoil.quickbooks.sign-in", wire.address()),
                Map.entry("counterfoil.hmrc.api", wire.address()),
                Map.entry("counterfoil.hmrc.sign-in", wire.address()),
                Map.entry("counterfoil.hmrc.settle", "0s"),
                Map.entry("counterfoil.outside.pause", "5ms"),
                Map.entry("counterfoil.dispatch.settle", "0s"),
                Map.entry("counterfoil.training", "true"),
                Map.entry("server.port", "0"),
                Map.entry("db-scheduler.enabled", "false"));
        hub = new SpringApplicationBuilder(Counterfoil.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new FailingDatabase(nth)))
                .run(Stream.of(database.settings(), settings, mail(sandbox), QUIET)
                        .flatMap(each -> each.entrySet().stream())
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
        superuser = superuser();
    }

    /** Mail goes past what fails: a mail server is no service that is called by HTTP. */
    private static Map<String, String> mail(Sandbox sandbox) {
        return Map.of(
                "counterfoil.mail.host", "127.0.0.1",
                "counterfoil.mail.port", String.valueOf(sandbox.mail().smtpPort()),
                "counterfoil.mail.tls", "NONE",
                "counterfoil.mail.from", "letters@hub.example");
    }

    /** All parts of it. */
    BeanFactory hub() {
        return hub;
    }

    private Connection superuser() {
        try {
            var connection = database.superuser();
            connection.setSchema("counterfoil");
            return connection;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A part of the hub. */
    public <T> T part(Class<T> type) {
        return hub.getBean(type);
    }

    /** A shop with an owner and a VAT number. */
    public SellerId shop() {
        var shop = shopOfNobody();
        part(AddPerson.class).add(shop, Role.OWNER, "Demo Owner", email(shop), "a sentence for the test");
        return shop;
    }

    /** A shop without an owner, for what jobs do: passwords are slow to make. */
    public SellerId shopOfNobody() {
        return new MadeUpShops(hub).open("Demo Shop (made up)", MadeUpShops.VAT_NUMBER);
    }

    /** The owner of a shop. */
    public SignedIn owner(SellerId shop) {
        return (SignedIn) part(UserDetailsService.class).loadUserByUsername(email(shop));
    }

    /** The shop's account at that service, with these credentials. */
    public Account connect(SellerId shop, OutsideService service, String... credentials) {
        return part(ConnectChannel.class).connect(shop, service, "Test", List.of(credentials));
    }

    /**
     * Runs the flow with its first, its second, its n-th statement or call failing, until it runs untouched. After each
     * failure the books are well, and what looks done is done; then it runs again, and the work is done. What a second run
     * left wrong shows after the next failure, or at the end.
     *
     * @return how many failures it met
     */
    public int eachOf(Failure failure, Flow flow) {
        for (int n = 1; n <= MOST; n++) {
            flow.prepare();
            nth.arm(failure, n);
            var ended = ends(flow);
            var met = nth.disarm();
            var at = failure + " at " + n;
            carryOutWhatTheLedgerSays(flow.shop());
            assertWell(flow.shop(), at);
            if (ended && flow.looksDone()) {
                check(flow, at + ", of which nobody was told");
            }
            timeGoesBy();
            flow.again();
            check(flow, at);
            if (!met) {
                assertWell(flow.shop(), "the last run");
                return n - 1;
            }
        }
        throw new AssertionError("The flow never ran untouched.");
    }

    /** Whether it ends as if all were done. */
    private static boolean ends(Flow flow) {
        try {
            flow.run();
            return true;
        } catch (RuntimeException seen) {
            assertThat(seen).isNotInstanceOf(NullPointerException.class);
            return false;
        }
    }

    private static void check(Flow flow, String when) {
        try {
            flow.check();
        } catch (AssertionError wrong) {
            throw new AssertionError(when + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Runs a flow of a shop of its own that way, and prints how many failures it met. */
    public int met(Failure failure, Function<SellerId, Flow> flow) {
        int met = eachOf(failure, flow.apply(shop()));
        System.out.println(failure + " met " + met + " times");
        return met;
    }

    /** The lowest epoch that a key of any shop needs; the current one when all are under that. */
    public int lowestEpoch() {
        try (var own = database.superuser()) {
            return EpochsInUse.lowest(own, part(KeyRing.class));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As every turn of the day begins, within a quarter of an hour. */
    private void carryOutWhatTheLedgerSays(SellerId shop) {
        var unused = part(Custody.class).in(shop, vault -> vault.erasures().followLedger());
    }

    /** No check of the books finds anything wrong in that shop. */
    void assertWell(SellerId shop, String when) {
        hub.getBeanProvider(BookCheck.class).orderedStream().forEach(check -> assertThat(
                        check.of(shop).flaws().stream().map(Flaw::wrong))
                .as(check.name() + " after " + when)
                .isEmpty());
    }

    /** Whatever waits for a time of its own, because it was claimed or has failed, has waited for it. */
    private void timeGoesBy() {
        try (var statement = superuser.createStatement()) {
            for (var sql : List.of(
                    "UPDATE channel_sync SET running_since = running_since - interval '1 day'"
                            + " WHERE running_since IS NOT NULL",
                    "UPDATE dispatch_shipment SET claimed_until = least(claimed_until, now() - interval '1 minute'),"
                            + " news_due = news_due - interval '1 day', channel_due = channel_due - interval '1 day'"
                            + " WHERE state = 'BOOKING' OR news_due IS NOT NULL OR channel_due IS NOT NULL",
                    "UPDATE accounting_posting SET due_at = made_at WHERE due_at IS NOT NULL",
                    "UPDATE accounting_books SET next_round_at = confirmed_at",
                    "UPDATE invoice_open SET next_try = next_try - interval '1 day'",
                    "UPDATE letter_letter SET due_at = made_at WHERE state = 'WAITING'",
                    "UPDATE marketing_member SET due_at = due_at - interval '1 day', claimed_until = NULL"
                            + " WHERE due_at IS NOT NULL OR claimed_until IS NOT NULL")) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The invoice was issued the day before. */
    void issuedYesterday(UUID invoice) {
        var sql = "UPDATE invoice_invoice SET issued_on = issued_on - 1 WHERE invoice_id = ?";
        try (var statement = superuser.prepareStatement(sql)) {
            statement.setObject(1, invoice);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String email(SellerId shop) {
        return "owner@" + shop + ".example";
    }

    @Override
    public void close() {
        hub.close();
        try {
            superuser.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
