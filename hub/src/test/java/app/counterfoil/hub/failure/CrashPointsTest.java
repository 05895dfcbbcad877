package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.accounting.Posting;
import app.counterfoil.hub.accounting.PostingState;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.CopyState;
import app.counterfoil.hub.failure.ShopOnAFolder.Flow;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.marketing.ConsentState;
import app.counterfoil.hub.marketing.Consents;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.RestoreUnfinished;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program, in a process of its own on a folder of its own, dies at each moment that matters. Started again on
 * the folder it goes on, and {@code verify} finds its books well.
 */
class CrashPointsTest {

    private static final int KILLED = 137;
    /** The backup horizon and two more: each day then ends the epoch that was made seven days before it. */
    private static final int DAYS_UNTIL_EPOCHS_END = 9;

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(49));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);

    /** Whose people may not open again, by the numbers of their orders. */
    private static final Set<String> ERASED = new HashSet<>();

    private static Path home = Path.of("unset");
    private static Optional<ArchivedClasses> classes = Optional.empty();

    private record Life(int exit, String said) {

        /** Whose order it was about. */
        Optional<String> order() {
            return told("order ");
        }

        /** Which note was to end. */
        Optional<RecordRef> note() {
            return told("note ")
                    .map(ids -> ids.split(" ", 2))
                    .map(ids -> new RecordRef(UUID.fromString(ids[0]), new SubjectId(UUID.fromString(ids[1]))));
        }

        private Optional<String> told(String what) {
            return said.lines()
                    .filter(line -> line.startsWith(what))
                    .map(line -> line.substring(what.length()))
                    .findFirst();
        }
    }

    @BeforeAll
    static void aShop() throws Exception {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-")
                .toAbsolutePath();
        fiveMoreOrders();
        try (var hub = start()) {
            var shop = hub.part(OpenShop.class)
                    .open(new Business(
                            "Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
            hub.agreeWithAll(shop);
            hub.part(AddPerson.class)
                    .add(shop, Role.OWNER, "Demo Owner", ShopOnAFolder.OWNER, "a sentence for the test");
            hub.part(VatClasses.class).sayMost(shop, VatClass.STANDARD, Optional.empty());
            hub.part(ConnectChannel.class)
                    .connect(shop, OutsideService.ROYAL_MAIL, "Test", List.of("demo-royalmail-1"));
            hub.part(ConnectChannel.class)
                    .connect(shop, OutsideService.MAILCHIMP, "Test", List.of("a1b2c3d401", "demo-mailchimp-1-us1"));
            new BooksOfAShop(hub).connected();
            new ReturnsOfAShop(hub).wanted(SANDBOX);
            hub.part(ConnectChannel.class)
                    .connect(
                            shop,
                            OutsideService.AMAZON,
                            "Test",
                            List.of("demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1"));
            hub.doesAgain(Flow.IMPORT, Optional.empty());
        }
        classes = Optional.of(ArchivedClasses.in(home.resolve("classes")));
        var untouched = killedAt("nowhere", Flow.IMPORT.name());
        assertThat(untouched.exit()).as(untouched.said()).isZero();
    }

    @AfterAll
    static void close() throws IOException {
        SANDBOX.close();
        FileSystemUtils.deleteRecursively(home);
    }

    @ParameterizedTest
    @CsvSource({
        "import.stored, IMPORT",
        "import.committed, IMPORT",
        "label.intended, LABEL",
        "label.bought, LABEL",
        "label.written, LABEL",
        "invoice.numbered, INVOICE",
        "invoice.committed, INVOICE",
        "posting.intended, BOOKS",
        "posting.sent, BOOKS",
        "return.declared, RETURN",
        "return.sent, RETURN",
        "letter.sent, LETTER",
        "member.sent, AUDIENCE",
        "member.ended, AUDIENCE",
        "webhook.stored, TOLD",
        "erase.in-ledger, ERASE",
        "erase.destroyed, ERASE",
        "erase.in-ledger, REQUEST",
        "erase.destroyed, REQUEST",
        "request.erased, REQUEST",
        "export.opened, EXPORT",
        "expire.in-ledger, EXPIRE",
        "expire.destroyed, EXPIRE",
        "expire.committed, EXPIRE",
        "expire.removed, EXPIRE",
        "epoch.root-made, EPOCH",
        "epoch.begun, EPOCH",
        "epoch.step, EPOCH",
        "epoch.renewed, EPOCH",
        "epoch.key-destroyed, EPOCH_ENDS",
        "epoch.root-destroyed, EPOCH_ENDS",
        "epoch.finished, EPOCH",
        "backup.table, BACKUP",
        "backup.table:9, BACKUP",
        "backup.written, BACKUP",
        "backup.published, BACKUP"
    })
    void aHubThatDiesGoesOnWhereItStood(String point, Flow flow) throws Exception {
        if (flow == Flow.IMPORT) {
            fiveMoreOrders();
        }
        var endedBefore = flow == Flow.EPOCH_ENDS ? onceEpochsEnd() : -1;
        var life = killedAt(point, flow.name());
        assertThat(life.exit()).as(life.said()).isEqualTo(KILLED);
        try (var hub = start()) {
            assertThat(hub.endedEpochs()).isGreaterThan(endedBefore);
            SANDBOX.world().clock().setAhead(hub.part(TrainingClock.class).ahead());
            var order = life.order().map(number -> order(hub, number));
            if (flow == Flow.ERASE) {
                life.order().ifPresent(ERASED::add);
                assertThat(hub.recipient(order.orElseThrow()))
                        .as("what stands in the ledger is carried out when it starts")
                        .isInstanceOf(Outcome.Forgotten.class);
            }
            life.note().ifPresent(note -> isOver(hub, note));
            hub.doesAgain(flow, order);
            life.note().ifPresent(note -> isOver(hub, note));
            if (flow == Flow.REQUEST) {
                assertThat(hub.requestsNotMet()).isZero();
            }
            if (flow == Flow.EXPORT) {
                assertThat(hub.part(Copies.class).latest(hub.shop(), 2))
                        .extracting(Copy::state)
                        .containsExactly(CopyState.READY, CopyState.MAKING);
            }
            allIsWell(hub);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore.begun", "restore.copied", "restore.erased", "restore.aside", "restore.exchanged"})
    void aRestoreThatDiesKeepsTheFolderClosedUntilItIsRunAgain(String point) throws Exception {
        fiveMoreOrders();
        var backup = home.resolve("backups/before-" + point + ".backup").toString();
        String erased;
        try (var hub = start()) {
            hub.doesAgain(Flow.IMPORT, Optional.empty());
            assertThat(hub.says("backup", backup)).contains("and whole.");
            erased = saidBy(out -> hub.does(Flow.ERASE, out)).order().orElseThrow();
            ERASED.add(erased);
        }
        var life = killedAt(point, ShopOnAFolder.RESTORE, backup);
        assertThat(life.exit()).as(life.said()).isEqualTo(KILLED);
        assertThatThrownBy(() -> {
                    try (var hub = start()) {
                        hub.orders();
                    }
                })
                .hasRootCauseInstanceOf(RestoreUnfinished.class);

        var again = killedAt("nowhere", ShopOnAFolder.RESTORE, backup);
        assertThat(again.exit()).as(again.said()).isZero();
        try (var hub = start()) {
            assertThat(hub.recipient(order(hub, erased))).isInstanceOf(Outcome.Forgotten.class);
            allIsWell(hub);
        }
    }

    /** Lets days go by until each that follows destroys the key of an epoch; tells how many are destroyed by then. */
    private static long onceEpochsEnd() throws IOException {
        // Backups of before the horizon open no more, and are of no use.
        FileSystemUtils.deleteRecursively(home.resolve("backups"));
        try (var hub = start()) {
            for (int day = 0; day < DAYS_UNTIL_EPOCHS_END; day++) {
                hub.aDayGoesBy();
            }
            assertThat(hub.endedEpochs()).isPositive();
            return hub.endedEpochs();
        }
    }

    private static void allIsWell(ShopOnAFolder hub) throws IOException {
        assertThat(hub.says("verify")).isNotBlank();
        everyOrderIsThereOnce(hub);
        everybodyOpensWhoWasNotErased(hub);
        everyLabelWasBoughtOnce(hub);
        theInvoicesHaveNoGap(hub);
        everySaleIsInTheBooksOnce(hub);
        new ReturnsOfAShop(hub).areThere(SANDBOX);
        everyLetterWasSentAndAtMostTwiceAsTheSame(hub);
        onlyWhoHasAgreedIsInTheAudience(hub);
        assertThat(hub.part(KeyRing.class).unfinishedTurn()).isEmpty();
        everyBackupIsWhole(hub);
    }

    private static void everyBackupIsWhole(ShopOnAFolder hub) throws IOException {
        var backups = Files.createDirectories(home.resolve("backups"));
        try (var files = Files.list(backups)) {
            assertThat(files.map(Path::toString).toList())
                    .allSatisfy(file ->
                            assertThat(hub.says("backup", "--check", file)).contains(" is whole."));
        }
    }

    private static void isOver(ShopOnAFolder hub, RecordRef note) {
        assertThat(Note.opened(hub.part(Custody.class), hub.shop(), note).opened())
                .isEmpty();
    }

    private static void everyOrderIsThereOnce(ShopOnAFolder hub) {
        assertThat(hub.orders().stream().map(OrderFacts::channelOrderId))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SANDBOX.world().account("amazon-1").orElseThrow().orders().stream()
                        .map(order -> order.get("orderId").asString())
                        .toList());
    }

    /** Orders here stay open, so that their people are carried on however far the days turn. */
    private static void everybodyOpensWhoWasNotErased(ShopOnAFolder hub) {
        assertThat(hub.orders())
                .allSatisfy(order -> assertThat(order.state()).isEqualTo(OrderState.READY))
                .filteredOn(order -> !ERASED.contains(order.channelOrderId()))
                .isNotEmpty()
                .allSatisfy(order -> assertThat(hub.recipient(order))
                        .as("the recipient of " + order.channelOrderId())
                        .isInstanceOf(Outcome.Opened.class));
    }

    private static void everyLabelWasBoughtOnce(ShopOnAFolder hub) {
        for (var order : hub.orders()) {
            var parcels = hub.part(Shipments.class).ofOrder(hub.shop(), order.id());
            var bought = parcels.stream()
                    .map(Shipment::reference)
                    .mapToLong(SANDBOX.royalMail()::bookingsOf)
                    .sum();
            assertThat(bought).isEqualTo(parcels.isEmpty() ? 0 : 1);
        }
    }

    private static void theInvoicesHaveNoGap(ShopOnAFolder hub) {
        var numbers = hub.part(Invoices.class).latest(hub.shop(), 100).stream()
                .map(each -> Integer.valueOf(each.number().replaceFirst(".*-", "")))
                .sorted()
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    /** The days that were looked for: each of their invoices is in one entry, and each entry of ours is there once. */
    private static void everySaleIsInTheBooksOnce(ShopOnAFolder hub) {
        var entries = SANDBOX.xero().invoices(1);
        assertThat(entries)
                .extracting(entry -> entry.path("InvoiceNumber").asString(""))
                .doesNotHaveDuplicates();
        var postings = hub.part(Postings.class).latest(hub.shop(), 500);
        assertThat(postings).allSatisfy(posting -> assertThat(posting.state()).isEqualTo(PostingState.ENTERED));
        assertThat(entries)
                .extracting(entry -> entry.path("InvoiceNumber").asString(""))
                .containsExactlyInAnyOrderElementsOf(
                        postings.stream().map(Posting::number).toList());
    }

    private static void everyLetterWasSentAndAtMostTwiceAsTheSame(ShopOnAFolder hub) {
        for (var letter : hub.part(Letters.class).about(hub.shop(), ShopOnAFolder.REQUEST)) {
            assertThat(letter.state()).isEqualTo(LetterState.SENT);
            assertThat(SANDBOX.mail().taken().stream().filter(mail -> mail.messageId()
                            .contains(letter.id().toString())))
                    .hasSizeBetween(1, 2);
        }
    }

    private static void onlyWhoHasAgreedIsInTheAudience(ShopOnAFolder hub) {
        assertThat(SANDBOX.mailchimp().members("a1b2c3d401"))
                .filteredOn(member -> member.path("status").asString("").equals("subscribed"))
                .allSatisfy(member -> assertThat(hub.part(Consents.class)
                                .find(
                                        hub.shop(),
                                        hub.owner(),
                                        new Contact(member.path("email_address").asString("")))
                                .map(person -> hub.part(Consents.class)
                                        .one(hub.shop(), person)
                                        .state()))
                        .contains(ConsentState.LIVE));
    }

    private static OrderFacts order(ShopOnAFolder hub, String number) {
        return hub.orders().stream()
                .filter(each -> each.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static void fiveMoreOrders() {
        IntStream.range(0, 5).forEach(each -> MARKET.amazon(1_200, order -> {}));
    }

    private static ShopOnAFolder start() {
        return ShopOnAFolder.start(home, SANDBOX.address().toString());
    }

    private static Life saidBy(Consumer<PrintStream> life) {
        var said = new ByteArrayOutputStream();
        life.accept(new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Life(0, said.toString(StandardCharsets.UTF_8));
    }

    private static Life killedAt(String point, String... does) throws IOException, InterruptedException {
        var archived = classes.orElseThrow();
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        archived.option(),
                        "-Dcounterfoil.crash=" + point,
                        "-Dcounterfoil.postgres.programs=" + HubDatabase.PROGRAMS,
                        ShopOnAFolder.class.getName(),
                        home.toString(),
                        SANDBOX.address().toString())
                .redirectErrorStream(true);
        command.command().addAll(List.of(does));
        command.environment().put("CLASSPATH", archived.classPath());
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Life(process.waitFor(), said);
    }
}
