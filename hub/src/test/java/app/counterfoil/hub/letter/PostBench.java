package app.counterfoil.hub.letter;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.letter.MailSettings.Tls;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.mail.TakenMail;
import app.counterfoil.vault.SubjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop that writes to somebody, and the sandbox's mail server. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
abstract class PostBench {

    static final String SHOP = "Łódź & Söhne (made up)";
    static final String FROM = "letters@hub.example";
    static final String RETURNS = "returns@hub.example";

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(61));
    static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Path RETURNS_PASSWORD = passwordFile("demo-returns-password");

    @Autowired
    MadeUpShops shops;

    @Autowired
    SendLetters sendLetters;

    @Autowired
    Letters letters;

    @Autowired
    LettersGoOut job;

    @Autowired
    LetterRows rows;

    @Autowired
    Custody custody;

    @Autowired
    SellerDetails details;

    @Autowired
    private ObjectProvider<AnswersGoTo> answers;

    @Autowired
    private LetterBookCheck check;

    @Autowired
    BusinessClock clock;

    @Autowired
    TrainingClock trainingClock;

    SellerId shop = new SellerId(new UUID(0, 1));
    final UUID request = UUID.randomUUID();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.mail.host", () -> "127.0.0.1");
        registry.add("counterfoil.mail.port", () -> SANDBOX.mail().smtpPort());
        registry.add("counterfoil.mail.tls", () -> "NONE");
        registry.add("counterfoil.mail.from", () -> FROM);
        registry.add("counterfoil.mail.returns", () -> RETURNS);
        registry.add("counterfoil.mail.returns-pop3.host", () -> "127.0.0.1");
        registry.add("counterfoil.mail.returns-pop3.port", () -> SANDBOX.mail().pop3Port());
        registry.add("counterfoil.mail.returns-pop3.tls", () -> "NONE");
        registry.add("counterfoil.mail.returns-pop3.user", () -> "demo-returns");
        registry.add("counterfoil.mail.returns-pop3.password-file", RETURNS_PASSWORD::toString);
    }

    @BeforeEach
    void aShop() {
        shop = shops.open(SHOP, "");
    }

    @AfterEach
    void nothingIsLeft() {
        SANDBOX.mail().clear();
    }

    Letter letter(String to) {
        return letter(to, "Your request", "Dear Ms Example,\n\nwe hold nothing about you.\n");
    }

    Letter letter(String to, String subjectLine, String text) {
        return new Letter(
                request,
                new SubjectId(UUID.randomUUID()),
                "ANSWER",
                to,
                subjectLine,
                text,
                clock.today().plusDays(400));
    }

    UUID written(String to) {
        return sendLetters.send(shop, letter(to));
    }

    LetterFacts facts(UUID letter) {
        return letters.about(shop, request).stream()
                .filter(each -> each.id().equals(letter))
                .findFirst()
                .orElseThrow();
    }

    List<TakenMail> taken() {
        return SANDBOX.mail().taken();
    }

    /** Lets whatever waits be due, as it would be after a pause. */
    static void pausesAreOver() {
        DATABASE.change("UPDATE counterfoil.letter_letter SET due_at = made_at WHERE due_at IS NOT NULL");
    }

    /** The same job with a mail server that is set up otherwise. */
    LettersGoOut jobBy(MailServer server) {
        return new LettersGoOut(rows, custody, details, server, answers);
    }

    MailServer server(String host, int port, Tls tls) {
        return server(host, port, tls, "", Path.of("nowhere"));
    }

    MailServer server(String host, int port, Tls tls, String user, Path password) {
        var nowhere = new MailSettings.Mailbox("", 0, "", Path.of("nowhere"), Tls.NONE);
        return new MailServer(new MailSettings(host, port, user, password, FROM, tls, "", nowhere), clock);
    }

    static Path passwordFile(String password) {
        try {
            var file = Files.createTempFile(
                    Files.createDirectories(Path.of("target")),
                    "password-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            return Files.writeString(file.toAbsolutePath(), password + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void nothingWasTaken() {
        assertThat(taken()).isEmpty();
    }

    List<String> flaws() {
        return check.of(shop).flaws().stream().map(Flaw::wrong).toList();
    }

    void booksAreWell() {
        assertThat(flaws()).isEmpty();
    }
}
