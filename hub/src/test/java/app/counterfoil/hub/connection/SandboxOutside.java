package app.counterfoil.hub.connection;

import app.counterfoil.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Puts the sandbox in the place of every service outside. */
public final class SandboxOutside {

    private SandboxOutside() {}

    /** Makes an application under test ask the sandbox, and ask again at once where it would wait a little. */
    public static void properties(DynamicPropertyRegistry registry, Sandbox sandbox) {
        settings(sandbox.address().toString()).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("counterfoil.outside.pause", () -> "5ms");
        registry.add("counterfoil.mail.host", () -> "127.0.0.1");
        registry.add("counterfoil.mail.port", () -> sandbox.mail().smtpPort());
        registry.add("counterfoil.mail.tls", () -> "NONE");
        registry.add("counterfoil.mail.from", () -> "letters@hub.example");
    }

    /** Makes it read which letters have come back, in the sandbox's mailbox. */
    public static void returns(DynamicPropertyRegistry registry, Sandbox sandbox) {
        registry.add("counterfoil.mail.returns", () -> "returns@hub.example");
        registry.add("counterfoil.mail.returns-pop3.host", () -> "127.0.0.1");
        registry.add("counterfoil.mail.returns-pop3.port", () -> sandbox.mail().pop3Port());
        registry.add("counterfoil.mail.returns-pop3.tls", () -> "NONE");
        registry.add("counterfoil.mail.returns-pop3.user", () -> "demo-returns");
        registry.add(
                "counterfoil.mail.returns-pop3.password-file", () -> password().toString());
    }

    /** The settings by which everything outside is at that address, by name. */
    public static Map<String, String> settings(String address) {
        return Stream.of(
                        "amazon.api",
                        "amazon.sign-in",
                        "ebay.api",
                        "royal-mail.api",
                        "mailchimp.api",
                        "xero.api",
                        "xero.sign-in",
                        "sage.api",
                        "sage.sign-in",
                        "quickbooks.api",
                        "quickbooks.sign-in",
                        "hmrc.api",
                        "hmrc.sign-in",
                        "vies.api",
                        "hmrc-numbers.api")
                .collect(Collectors.toMap(api -> "counterfoil." + api, api -> address));
    }

    private static Path password() {
        try {
            var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var file = Files.createTempFile("returns-", "", ownerAlone);
            file.toFile().deleteOnExit();
            return Files.writeString(file, "demo-returns-password");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
