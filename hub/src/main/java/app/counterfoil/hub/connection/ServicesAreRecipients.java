package app.counterfoil.hub.connection;

import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.NamesRecipients;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Whoever receives personal data is a service that accounts can be connected of, or the shop itself keeps a file. */
@Component
class ServicesAreRecipients implements NamesRecipients {

    @Override
    public String nameOf(String recipient) {
        if (recipient.equals(Disclosure.OWN_COPY)) {
            return "Own copy (a file in the shop)";
        }
        return Arrays.stream(OutsideService.values())
                .filter(service -> service.name().equals(recipient))
                .map(OutsideService::shortTitle)
                .findFirst()
                .orElse(recipient);
    }
}
