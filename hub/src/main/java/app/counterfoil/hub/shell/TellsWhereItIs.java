package app.counterfoil.hub.shell;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Writes to the console, once the pages can be opened, where they are; a demo tells more, and a command has no pages. */
@Component
@Profile("!demo & !command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class TellsWhereItIs implements ApplicationListener<ApplicationReadyEvent> {

    private final Environment environment;

    TellsWhereItIs(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        System.out.println();
        System.out.println("  Counterfoil is at  http://127.0.0.1:"
                + environment.getProperty("local.server.port", "8080") + "   Stop it with Ctrl-C.");
        System.out.println();
    }
}
