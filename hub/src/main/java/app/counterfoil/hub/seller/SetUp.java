package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.AccountRules.Fault;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Lets whoever reads the console open one shop: an installation without any prints a code at its start, and one that is
 * asked to by {@code counterfoil.set-up} prints one for a further shop. The code is kept in memory alone, is good for one
 * shop, and ends with the program.
 */
@Component
public class SetUp {

    private final KnowsSellers sellers;
    private final OpenShop openShop;
    private final AddPerson addPerson;
    private final Guesses guesses;
    private final Environment environment;
    private final boolean furtherShop;
    private volatile Optional<ConsoleCode> code = Optional.empty();

    SetUp(
            KnowsSellers sellers,
            OpenShop openShop,
            AddPerson addPerson,
            Guesses guesses,
            Environment environment,
            @Value("${counterfoil.set-up:false}") boolean furtherShop) {
        this.sellers = sellers;
        this.openShop = openShop;
        this.addPerson = addPerson;
        this.guesses = guesses;
        this.environment = environment;
        this.furtherShop = furtherShop;
    }

    /** When all is up, and whatever opens shops of its own has done so. */
    void offer() {
        var first = sellers.allSellers().isEmpty();
        if (!first && !furtherShop) {
            return;
        }
        var fresh = ConsoleCode.fresh();
        code = Optional.of(fresh);
        var port = environment.getProperty("local.server.port", "8080");
        fresh.write(
                "Set up " + (first ? "the first" : "a further") + " shop:  http://127.0.0.1:" + port + "/set-up",
                "one shop");
    }

    /** Whether a shop can be opened by a code just now. */
    public boolean isOpen() {
        return code.isPresent();
    }

    /**
     * Opens the shop and gives its owner an account; after that the code is good for nothing.
     *
     * @param typedCode the code, as it was typed
     * @param address where the wish comes from, so that guesses are slowed down
     * @throws Closed if there is no set-up going on
     * @throws NotTakenIn if the code or a field cannot be used; then nothing is changed
     */
    public synchronized void open(
            String typedCode, String address, TypedBusiness business, String name, String email, String password) {
        var right = code.orElseThrow(Closed::new);
        right.wrong(typedCode, address, guesses).ifPresent(wrong -> {
            throw new NotTakenIn(Map.of("code", wrong));
        });
        var errors = new LinkedHashMap<>(business.errors());
        for (Fault fault : addPerson.faults(name, email, password)) {
            errors.put(fault.field(), fault.wrong() + " " + fault.mend());
        }
        if (!errors.isEmpty()) {
            throw new NotTakenIn(errors);
        }
        openShop.open(business.business(), seller -> addPerson.store(seller, Role.OWNER, name, email, password));
        code = Optional.empty();
    }

    /** No shop can be opened by a code just now. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class Closed extends Refusal {
        /** The same two sentences as for any page that is not there. */
        public Closed() {
            super("There is no such page.", "Check the address, or start again from the orders.");
        }
    }

    /** Something that was typed cannot be used; nothing was changed. */
    public static final class NotTakenIn extends Refusal {
        private final transient Map<String, String> errors;

        NotTakenIn(Map<String, String> errors) {
            super("The shop is not opened yet.", "Mend what is marked below.");
            this.errors = Map.copyOf(errors);
        }

        /** What is wrong and how to mend it, by field. */
        public Map<String, String> errors() {
            return errors;
        }
    }
}
