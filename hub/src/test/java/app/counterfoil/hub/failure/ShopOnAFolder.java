package app.counterfoil.hub.failure;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.custody.TurnOfEpoch;
import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.export.CopyFormat;
import app.counterfoil.hub.export.ExportPurpose;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.MakeCopy;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hub on a folder, with one shop in it and its own database: one life of it ends, another goes on. It has no pages, for
 * what dies here is asked of the acts behind them.
 */
final class ShopOnAFolder implements AutoCloseable {

    static final String OWNER = "owner@shop.example";
    /** A life in which no hub runs. */
    static final String RESTORE = "restore";
    /** What all its letters belong to. */
    static final UUID REQUEST = new UUID(7, 7);

    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));
    private static final Set<Purpose> OF_A_BUYER = Set.of(Purpose.DELIVERY, Purpose.SERVICE, Purpose.LABEL);

    private final ConfigurableApplicationContext hub;
    private final URI outside;

    private ShopOnAFolder(ConfigurableApplicationContext hub, URI outside) {
        this.hub = hub;
        this.outside = outside;
    }

    /** What a life of the hub is about, until it is killed: runs one flow on that folder. */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments[2].equals(RESTORE)) {
            Counterfoil.main(new String[] {RESTORE, arguments[3], "--replace", "--counterfoil.home=" + arguments[0]});
        }
        try (var shop = start(Path.of(arguments[0]), arguments[1])) {
            shop.does(Flow.valueOf(arguments[2]), out);
            out.println("untouched");
        }
        System.exit(0);
    }

    static ShopOnAFolder start(Path home, String outside) {
        return new ShopOnAFolder(
                new SpringApplicationBuilder(Counterfoil.class)
                        .properties(Map.copyOf(SandboxOutside.settings(outside)))
                        .run(
                                "--counterfoil.home=" + home,
                                "--counterfoil.hmrc.settle=0s",
                                "--counterfoil.dispatch.settle=0s",
                                "--counterfoil.mail.host=127.0.0.1",
                                "--counterfoil.mail.port=" + smtpPort(outside),
                                "--counterfoil.mail.tls=NONE",
                                "--counterfoil.mail.from=letters@hub.example",
                                "--counterfoil.training=true",
                                "--spring.main.lazy-initialization=true",
                                "--logging.level.root=warn",
                                "--server.port=0",
                                "--spring.main.web-application-type=none",
                                "--db-scheduler.enabled=false"),
                URI.create(outside));
    }

    /** At which port the sandbox takes mail. */
    private static int smtpPort(String outside) {
        try {
            var ports = URI.create(outside + "/sandbox/mail-ports").toURL().openStream();
            try (ports) {
                return new JsonMapper().readTree(ports).path("smtp").asInt();
            }
        } catch (IOException noSandbox) {
            throw new UncheckedIOException(noSandbox);
        }
    }

    <T> T part(Class<T> type) {
        return hub.getBean(type);
    }

    /** The shop has agreed with everybody who is to receive something. */
    void agreeWithAll(SellerId shop) {
        MadeUpShops.agreeWithAll(hub, shop);
    }

    SellerId shop() {
        return part(KnowsSellers.class).allSellers().get(0);
    }

    SignedIn owner() {
        return (SignedIn) part(UserDetailsService.class).loadUserByUsername(OWNER);
    }

    /** What the shop does. */
    enum Flow {
        IMPORT,
        LABEL,
        INVOICE,
        BOOKS,
        RETURN,
        LETTER,
        AUDIENCE,
        TOLD,
        ERASE,
        REQUEST,
        EXPORT,
        EXPIRE,
        EPOCH,
        EPOCH_ENDS,
        BACKUP
    }

    /** Does it, and says before for whom. */
    void does(Flow flow, PrintStream out) {
        switch (flow) {
            case IMPORT -> download();
            case LABEL -> book(unbooked(out));
            case INVOICE -> {
                var order = next(
                        each -> part(Invoices.class).ofOrder(shop(), each.id()).isEmpty());
                out.println("order " + order.channelOrderId());
                invoice(order);
            }
            case BOOKS -> {
                invoice(next(
                        each -> part(Invoices.class).ofOrder(shop(), each.id()).isEmpty()));
                aDayGoesBy();
                part(EnterSales.class).of(shop());
            }
            case RETURN -> new ReturnsOfAShop(this).declareNext();
            case LETTER -> {
                write();
                part(LettersGoOut.class).of(shop());
            }
            case AUDIENCE -> readers().joinAndLeave();
            case TOLD -> readers().leaveThere();
            case ERASE -> forget(unbooked(out));
            case REQUEST -> asked(out);
            case EXPORT -> export();
            case EXPIRE -> {
                var note = Note.sealed(
                        part(Custody.class),
                        shop(),
                        part(BusinessClock.class).today().plusDays(1));
                out.println("note " + note.id() + " " + note.subject().value());
                aDayGoesBy();
            }
            case EPOCH -> turnEpoch();
            case EPOCH_ENDS -> aDayGoesBy();
            case BACKUP -> backUp();
        }
    }

    /** Does it again after a life that ended, as people and jobs do. */
    void doesAgain(Flow flow, Optional<OrderFacts> order) {
        switch (flow) {
            case IMPORT -> download();
            case LABEL -> {
                minutesGoBy();
                part(AskCourier.class).aboutAll(shop());
                book(order.orElseThrow());
            }
            case INVOICE -> {
                invoice(order.orElseThrow());
                part(IssueDueInvoices.class).search(shop());
            }
            case RETURN -> new ReturnsOfAShop(this).askAndGoOn();
            case BOOKS -> {
                minutesGoBy();
                part(EnterSales.class).of(shop());
            }
            case LETTER -> {
                minutesGoBy();
                part(LettersGoOut.class).of(shop());
            }
            case AUDIENCE, TOLD -> {
                minutesGoBy();
                part(SyncAudiences.class).of(shop());
            }
            case ERASE -> forget(order.orElseThrow());
            case REQUEST -> requests().meetOpen();
            case EXPORT -> export();
            case EXPIRE -> {
                part(TurnOfDay.class).turn();
                turnEpoch();
            }
            case EPOCH, EPOCH_ENDS -> turnEpoch();
            case BACKUP -> backUp();
        }
    }

    /** How many requests nobody has carried out. */
    long requestsNotMet() {
        return requests().open().size();
    }

    List<OrderFacts> orders() {
        return part(Orders.class).page(shop(), OrderFilter.all(), Optional.empty(), 500);
    }

    Outcome<?> recipient(OrderFacts order) {
        return part(OpenPeople.class)
                .recipients(owner(), "TEST", List.of(order))
                .get(order.id());
    }

    private OrderFacts next(Predicate<OrderFacts> free) {
        return orders().stream()
                .filter(each -> each.state() == OrderState.READY && recipient(each) instanceof Outcome.Opened)
                .sorted(Comparator.comparing(OrderFacts::channelOrderId))
                .filter(free)
                .findFirst()
                .orElseThrow();
    }

    /** The next order without a parcel, once it is said which. */
    private OrderFacts unbooked(PrintStream out) {
        var order =
                next(each -> part(Shipments.class).ofOrder(shop(), each.id()).isEmpty());
        out.println("order " + order.channelOrderId());
        return order;
    }

    private void download() {
        part(Accounts.class).of(shop()).stream()
                .filter(account -> account.service() == OutsideService.AMAZON)
                .forEach(account -> {
                    if (!part(DownloadOrders.class).from(account)) {
                        throw new IllegalStateException("The download is not whole.");
                    }
                });
    }

    private void book(OrderFacts order) {
        var unused = part(BookShipments.class).book(owner(), List.of(order.id()), ParcelWishes.all(WISH), done -> {});
    }

    private void invoice(OrderFacts order) {
        var unused = part(IssueInvoices.class).forOrder(shop(), order.id(), true, Optional.empty());
    }

    private void write() {
        var until = part(BusinessClock.class).today().plusYears(3);
        part(SendLetters.class)
                .send(
                        shop(),
                        new Letter(
                                REQUEST,
                                new SubjectId(UUID.randomUUID()),
                                "ANSWER",
                                "buyer@buyer.example",
                                "Your request",
                                "made up",
                                until));
    }

    private ReadersOfAShop readers() {
        return new ReadersOfAShop(hub, shop(), outside);
    }

    /** Somebody wants their data of an order erased, and gets it. */
    private void asked(PrintStream out) {
        var order = next(each -> part(Custody.class)
                .in(shop(), vault -> vault.erasures().forgotten(Purpose.SERVICE, List.of(each.subject())))
                .isEmpty());
        out.println("order " + order.channelOrderId());
        requests().takeInAndMeet(order);
    }

    private RequestsOfAShop requests() {
        return new RequestsOfAShop(hub, shop(), owner());
    }

    /** Somebody needs orders as a file. */
    private void export() {
        var maker = Maker.of(owner());
        var wish = new ExportWish(
                ExportPurpose.DELIVERY, Optional.empty(), "for the test", CopyFormat.XLSX, 7, OrderFilter.all());
        var make = part(MakeCopy.class);
        var unused = make.make(maker, wish, make.begin(maker, wish), (done, total, sentence) -> {});
    }

    private void forget(OrderFacts order) {
        part(Custody.class).in(shop(), vault -> vault.forget(List.of(order.subject()), OF_A_BUYER, "TEST"));
    }

    /** The day turns, and the epoch after it. */
    void aDayGoesBy() {
        part(TrainingClock.class).forward(1, day -> {});
    }

    /** How many epochs no backup opens any more. */
    long endedEpochs() {
        return part(KeyRing.class).history().stream()
                .filter(epoch -> !epoch.lives())
                .count();
    }

    private void turnEpoch() {
        var unused = part(TurnOfEpoch.class).turn(renewed -> {});
    }

    private void backUp() {
        var unused = says("backup");
    }

    /** What a command answers that finds all well. */
    String says(String name, String... typed) {
        var said = new ByteArrayOutputStream();
        var command = hub.getBeanProvider(Command.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var code = command.run(List.of(typed), new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new AssertionError(said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Who claimed a booking or a letter has let go of it. */
    private void minutesGoBy() {
        for (var lets : List.of(
                "UPDATE dispatch_shipment SET claimed_until = now() WHERE seller_id = :seller AND state = 'BOOKING'",
                "UPDATE letter_letter SET due_at = made_at WHERE seller_id = :seller AND state = 'WAITING'",
                "UPDATE marketing_member SET due_at = due_at - interval '1 hour', claimed_until = NULL"
                        + " WHERE seller_id = :seller",
                "UPDATE accounting_posting SET due_at = made_at WHERE seller_id = :seller AND state = 'DUE'",
                "UPDATE marketing_farewell SET due_at = made_at WHERE seller_id = :seller AND done_at IS NULL")) {
            part(SellerTransactions.class).run(shop(), () -> part(JdbcClient.class)
                    .sql(lets)
                    .param("seller", shop().value())
                    .update());
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
