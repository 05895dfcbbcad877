package app.counterfoil.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub, or runs a command on its installation. */
@SpringBootApplication
public class Counterfoil {

    /**
     * Starts the hub with the settings given as arguments or environment variables; or, if the first argument names a
     * command, runs that and ends.
     */
    public static void main(String[] arguments) {
        if (CommandLine.names(arguments)) {
            System.exit(CommandLine.run(arguments, System.out));
        }
        SpringApplication.run(Counterfoil.class, arguments);
    }
}
