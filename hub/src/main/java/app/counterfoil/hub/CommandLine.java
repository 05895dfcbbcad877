package app.counterfoil.hub;

import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.Refused;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Runs one command on an installation instead of the hub: {@code application-command.yaml} switches pages and jobs off,
 * and nothing is made that the command does not ask for.
 */
final class CommandLine {

    /** What a command could not do is told apart from what it found. */
    static final int CANNOT_RUN = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);
    private static final String SETTING = "--counterfoil.";

    private CommandLine() {}

    /** Whether a command is named, rather than settings of the hub. */
    static boolean names(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Runs the command that the first argument names; gives the program's exit code. */
    static int run(String[] arguments, PrintStream out) {
        var settings =
                Stream.of(arguments).filter(each -> each.startsWith(SETTING)).toArray(String[]::new);
        var typed =
                Stream.of(arguments).filter(each -> !each.startsWith(SETTING)).toList();
        try (var hub = new SpringApplicationBuilder(Counterfoil.class)
                .profiles("command")
                .run(settings)) {
            var commands = hub.getBeanProvider(Command.class).stream()
                    .sorted(Comparator.comparing(Command::name))
                    .toList();
            return run(commands, typed.get(0), typed.subList(1, typed.size()), out);
        } catch (RuntimeException failed) {
            return told(failed, out);
        }
    }

    private static int run(List<Command> commands, String name, List<String> typed, PrintStream out) {
        var command = commands.stream().filter(each -> each.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            out.println("There is no command " + name + ". There are:");
            out.print(commands.stream()
                    .map(each -> "  %-10s %s%n".formatted(each.name(), each.help()))
                    .collect(Collectors.joining()));
            return CANNOT_RUN;
        }
        return command.get().run(typed, out);
    }

    private static int told(RuntimeException failed, PrintStream out) {
        var refusal = refusal(failed);
        if (refusal.isEmpty()) {
            LOG.error("the command stopped kind={}", failed.getClass().getName(), failed);
            out.println("The command stopped for a reason it does not know; the lines above name it.");
        }
        refusal.ifPresent(told -> {
            out.println(told.wrong());
            out.println(told.mend());
        });
        return CANNOT_RUN;
    }

    private static Optional<Refused> refusal(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            var told = Refused.by(cause);
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }
}
