package app.counterfoil.hub.connection;

import app.counterfoil.sandbox.Sandbox;
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

    /** The settings by which everything outside is at that address, by name. */
    public static Map<String, String> settings(String address) {
        return Stream.of(
                        "amazon.api",
                        "amazon.sign-in",
                        "ebay.api",
                        "royal-mail.api",
                        "mailchimp.api",
                        "xero.api",
                        "xero.sign-in")
                .collect(Collectors.toMap(api -> "counterfoil." + api, api -> address));
    }
}
