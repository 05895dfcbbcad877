package app.counterfoil.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Runs a sandbox as a program of its own. */
public final class SandboxMain {

    private SandboxMain() {}

    /**
     * Runs until the standard input closes. Options: {@code --port}, {@code --seed}, {@code --orders}, {@code
     * --limit-scale}, {@code --unusual}, {@code --smtp-port}, {@code --pop3-port}, {@code --write-mail-ports} with a file
     * that is to hold these two, and {@code --write-address} with a file that is to hold the address, written last.
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        // The mail library would write every line that is spoken into the log.
        ((Logger) LoggerFactory.getLogger("com.icegreen.greenmail")).setLevel(Level.WARN);
        var options = options(arguments);
        var settings = new SandboxSettings(
                Integer.parseInt(options.getOrDefault("--port", "0")),
                Long.parseLong(options.getOrDefault("--seed", "7")),
                Integer.parseInt(options.getOrDefault("--orders", "60")),
                Double.parseDouble(options.getOrDefault("--limit-scale", "1")),
                Boolean.parseBoolean(options.getOrDefault("--unusual", "false")),
                Integer.parseInt(options.getOrDefault("--smtp-port", "0")),
                Integer.parseInt(options.getOrDefault("--pop3-port", "0")));
        try (var sandbox = Sandbox.start(settings)) {
            var mail = sandbox.mail();
            System.out.println("Sandbox at " + sandbox.address() + ", mail by SMTP at port " + mail.smtpPort()
                    + ", returned mail by POP3 at port " + mail.pop3Port());
            var ports = options.get("--write-mail-ports");
            if (ports != null) {
                Files.writeString(Path.of(ports), mail.smtpPort() + " " + mail.pop3Port() + "\n");
            }
            var file = options.get("--write-address");
            if (file != null) {
                Files.writeString(Path.of(file), sandbox.address().toString());
            }
            int read;
            do {
                read = System.in.read();
            } while (read >= 0);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
