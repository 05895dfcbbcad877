package app.counterfoil.hub.seller;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An installation that a test starts, stops and starts again with other settings, on one database. */
final class HubOfItsOwn implements AutoCloseable {

    private final HubDatabase database = HubDatabase.fresh();
    private @Nullable ConfigurableApplicationContext running;

    /** Starts it, after it was stopped if it was running. */
    MockMvc start(String... settings) {
        close();
        var arguments = Stream.concat(
                database.settings().entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()),
                Stream.concat(Stream.of("--server.port=0", "--db-scheduler.enabled=false"), Stream.of(settings)));
        running = new SpringApplicationBuilder(Counterfoil.class).run(arguments.toArray(String[]::new));
        return MockMvcBuilders.webAppContextSetup((WebApplicationContext) running)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    MadeUpShops shops() {
        return new MadeUpShops(Objects.requireNonNull(running));
    }

    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(running).getBean(type);
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
