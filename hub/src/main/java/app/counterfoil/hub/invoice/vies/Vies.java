package app.counterfoil.hub.invoice.vies;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.invoice.VatRegister;
import app.counterfoil.hub.measure.VatNumber;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks VIES. It wants no password; whoever asks under a number that is in VIES itself is given a request identifier, and
 * a British number is none of those. Name and address, which some states tell, are not read.
 */
@Component
@EnableConfigurationProperties(ViesSettings.class)
class Vies implements VatRegister {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = OutsideService.VIES.shortTitle();
    private static final String PATH = "/taxation_customs/vies/rest-api/check-vat-number";
    private static final String BRITISH = "GB";
    private static final int PREFIX = 2;

    private final ViesSettings settings;
    private final Outside outside;
    private final Accounts accounts;

    Vies(ViesSettings settings, Outside outside, Accounts accounts) {
        this.settings = settings;
        this.outside = outside;
        this.accounts = accounts;
    }

    @Override
    public OutsideService service() {
        return OutsideService.VIES;
    }

    /** There is nothing to sign in with; whose question it is has to be a number at least. */
    @Override
    public void check(List<String> credentials) {
        if (VatNumber.readOfAnyState(credentials.get(0)).isEmpty()) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "that is no VAT number", Optional.empty());
        }
    }

    @Override
    public boolean knows(VatNumber number) {
        return !prefix(number).equals(BRITISH);
    }

    @Override
    public Found ask(HandOver leave, Account account, VatNumber number) {
        leave.refuseUnlessWritten(account.id(), Set.of(DataCategory.VAT_NUMBER));
        var body = JSON.createObjectNode().put("countryCode", prefix(number)).put("vatNumber", digits(number));
        VatNumber.readOfAnyState(accounts.credentials(account).get(0))
                .filter(this::knows)
                .ifPresent(
                        own -> body.put("requesterMemberStateCode", prefix(own)).put("requesterNumber", digits(own)));
        var answer = outside.call(
                NAME,
                HttpRequest.newBuilder(settings.api().resolve(PATH))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.status() >= 500) {
            // The register of a state is often away for an hour.
            throw new ServiceUnusable(NAME, Kind.AWAY, "the register of that state", Optional.empty());
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        var told = Outside.json(NAME, answer);
        if (!told.path("valid").isBoolean()) {
            throw ServiceUnusable.notUnderstood(NAME, "no word on whether it is registered");
        }
        return new Found(
                told.path("valid").asBoolean(), told.path("requestIdentifier").asString(""));
    }

    private static String prefix(VatNumber number) {
        return number.normalised().substring(0, PREFIX);
    }

    private static String digits(VatNumber number) {
        return number.normalised().substring(PREFIX);
    }
}
