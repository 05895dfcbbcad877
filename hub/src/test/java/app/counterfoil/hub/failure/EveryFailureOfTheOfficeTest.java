package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.breach.Asked;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.Cause;
import app.counterfoil.hub.breach.Ground;
import app.counterfoil.hub.breach.Harm;
import app.counterfoil.hub.breach.Incident;
import app.counterfoil.hub.breach.PeopleLetter;
import app.counterfoil.hub.breach.PeopleTold;
import app.counterfoil.hub.breach.Question;
import app.counterfoil.hub.breach.WriteToPeople;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.CopyFormat;
import app.counterfoil.hub.export.CopyState;
import app.counterfoil.hub.export.ExportPurpose;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.MakeCopy;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.failure.FailureBench.Flow;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement and call of what the data protection office sends and makes fails once: letters, files, readers, warnings. */
class EveryFailureOfTheOfficeTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(71));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    private static final String LIST = "a1b2c3d401";
    private static final int ORDERS = 2;

    private static FailureBench bench;

    @BeforeAll
    static void aHub() {
        bench = new FailureBench(SANDBOX);
        IntStream.range(0, ORDERS).forEach(each -> MARKET.ebay(order -> {}));
    }

    @AfterAll
    static void close() {
        bench.close();
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "STATEMENT_.*")
    void aLetterArrivesAndAtMostTwiceAsTheSame(Failure failure) {
        assertThat(bench.met(failure, Writing::new)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "STATEMENT_.*")
    void aFileIsWholeOrNotThere(Failure failure) {
        assertThat(bench.met(failure, Exporting::new)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "STATEMENT_.*")
    void thePeopleOfABreachAreWrittenToOnce(Failure failure) {
        assertThat(bench.met(failure, Warning::new)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whoHasAgreedIsHandedOverOnce(Failure failure) {
        assertThat(bench.met(failure, HandingOver::new)).isPositive();
    }

    /** Somebody is written to. */
    private static final class Writing implements Flow {

        private final SellerId shop;
        private UUID about = new UUID(0, 0);

        Writing(SellerId shop) {
            this.shop = shop;
        }

        @Override
        public SellerId shop() {
            return shop;
        }

        @Override
        public boolean looksDone() {
            return true;
        }

        @Override
        public void prepare() {
            about = UUID.randomUUID();
        }

        @Override
        public void run() {
            if (part(Letters.class).about(shop, about).isEmpty()) {
                var unused = part(SendLetters.class)
                        .send(
                                shop,
                                new Letter(
                                        about,
                                        SubjectId.random(),
                                        "ANSWER",
                                        "buyer@buyer.example",
                                        "Your request",
                                        "made up",
                                        part(BusinessClock.class).today().plusYears(3)));
            }
            part(LettersGoOut.class).of(shop);
        }

        @Override
        public void check() {
            assertThat(part(Letters.class).about(shop, about)).singleElement().satisfies(letter -> {
                assertThat(letter.state()).isEqualTo(LetterState.SENT);
                assertThat(SANDBOX.mail().taken())
                        .filteredOn(
                                mail -> mail.messageId().contains(letter.id().toString()))
                        .hasSizeBetween(1, 2);
            });
        }
    }

    /** A shop that has its orders from eBay. */
    private abstract static class OnOrders implements Flow {

        final SellerId shop;
        final SignedIn owner;

        OnOrders(SellerId shop) {
            this.shop = shop;
            var account = bench.connect(
                    shop, OutsideService.EBAY, "demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1");
            assertThat(part(DownloadOrders.class).from(account)).isTrue();
            owner = bench.owner(shop);
        }

        @Override
        public SellerId shop() {
            return shop;
        }

        @Override
        public boolean looksDone() {
            return true;
        }
    }

    /** Orders are made into a file, or that is said not to have gone well. */
    private static final class Exporting extends OnOrders {

        private int before;

        Exporting(SellerId shop) {
            super(shop);
        }

        @Override
        public void prepare() {
            before = ready();
        }

        @Override
        public void run() {
            var maker = Maker.of(owner);
            var wish = new ExportWish(
                    ExportPurpose.DELIVERY, Optional.empty(), "for the test", CopyFormat.CSV, 7, OrderFilter.all());
            var make = part(MakeCopy.class);
            var unused = make.make(maker, wish, make.begin(maker, wish), (done, total, sentence) -> {});
        }

        @Override
        public void check() {
            assertThat(ready()).isBetween(before + 1, before + 2);
            assertThat(copies())
                    .filteredOn(copy -> copy.state() == CopyState.READY)
                    .allSatisfy(copy -> {
                        assertThat(copy.rows()).isEqualTo(ORDERS);
                        assertThat(copy.people()).isEqualTo(ORDERS);
                    });
            assertThat(copies())
                    .filteredOn(copy -> copy.state() != CopyState.READY)
                    .as("of what was given to nobody nothing is written")
                    .allSatisfy(copy -> assertThat(copy.rows()).isZero());
        }

        private int ready() {
            return (int) copies().stream()
                    .filter(copy -> copy.state() == CopyState.READY)
                    .count();
        }

        private List<Copy> copies() {
            return part(Copies.class).latest(shop, 1_000);
        }
    }

    /** The people of an incident are written to. */
    private static final class Warning extends OnOrders {

        private UUID incident = new UUID(0, 0);
        private long letters;

        Warning(SellerId shop) {
            super(shop);
            prepare();
            run();
            letters = told();
            assertThat(letters).isPositive();
        }

        @Override
        public void prepare() {
            var now = part(BusinessClock.class).now();
            var breaches = part(Breaches.class);
            incident = breaches.open(
                    owner,
                    new Incident.Told(false, Set.of(Harm.CONFIDENTIALITY), Cause.OTHER, Optional.empty(), now, now));
            var unused = breaches.scope(
                    owner,
                    incident,
                    new Question(
                            Asked.CHANNEL,
                            Instant.EPOCH,
                            now.plus(Duration.ofMinutes(1)),
                            Optional.empty(),
                            Optional.of(OutsideService.EBAY),
                            ""));
            part(WriteToPeople.class).word(owner, incident, new PeopleLetter("About your data", "made up"));
            breaches.decide(owner, incident, Ground.RISK_HIGH);
        }

        @Override
        public void run() {
            var unused = part(WriteToPeople.class).write(owner, incident, (done, total, sentence) -> {});
        }

        @Override
        public void check() {
            assertThat(told()).isEqualTo(letters);
            assertThat(part(Letters.class).about(shop, incident)).hasSize((int) letters);
            assertThat(part(Breaches.class).one(shop, incident).told())
                    .hasValueSatisfying(told -> assertThat(told.letters()).isEqualTo(letters));
        }

        private long told() {
            return part(PeopleTold.class).so(shop, incident).told().letters();
        }
    }

    /** Somebody who has confirmed is handed over to the newsletter service. */
    private static final class HandingOver implements Flow {

        private final SellerId shop;
        private final ReadersOfAShop readers;
        private String email = "";

        HandingOver(SellerId shop) {
            this.shop = shop;
            var unused = bench.connect(shop, OutsideService.MAILCHIMP, LIST, "demo-mailchimp-1-us1");
            readers = new ReadersOfAShop(bench.hub(), shop, SANDBOX.address());
        }

        @Override
        public SellerId shop() {
            return shop;
        }

        @Override
        public boolean looksDone() {
            return true;
        }

        @Override
        public void prepare() {
            email = readers.confirmed();
        }

        @Override
        public void run() {
            part(SyncAudiences.class).of(shop);
        }

        @Override
        public void check() {
            assertThat(SANDBOX.mailchimp().members(LIST))
                    .filteredOn(
                            member -> member.path("email_address").asString("").equals(email))
                    .singleElement()
                    .satisfies(member ->
                            assertThat(member.path("status").asString("")).isEqualTo("subscribed"));
        }
    }

    private static <T> T part(Class<T> type) {
        return bench.part(type);
    }
}
