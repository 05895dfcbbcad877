package app.counterfoil.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub. */
@SpringBootApplication
public class Counterfoil {

    /** Starts the hub with the settings given as arguments or environment variables. */
    public static void main(String[] arguments) {
        SpringApplication.run(Counterfoil.class, arguments);
    }
}
