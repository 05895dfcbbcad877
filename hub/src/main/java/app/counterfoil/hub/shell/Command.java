package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import java.io.PrintStream;
import java.util.List;

/**
 * Something an installation is asked on the command line, lent as a bean by the module that answers it. It runs beside a
 * running hub or without one, with neither pages nor jobs; only what it needs is started.
 */
public interface Command {

    /** What is typed, such as {@code verify}. */
    String name();

    /** What it does, in one line. */
    String help();

    /**
     * Does it and tells how it went: 0 when all is well, 1 when something was found wrong; a command that could not be
     * done at all refuses.
     *
     * @param arguments what was typed after the name
     * @param out where people read, without any personal value
     * @throws Refusal if it cannot be done
     */
    int run(List<String> arguments, PrintStream out);
}
