package app.counterfoil.hub.invoice.hmrc;

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
import app.counterfoil.hub.seller.SellerDetails;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Asks HMRC, signed in as a program and as nobody. Who names a number of its own is given a consultation number. The name and
 * the address of the business, which are told as well, are not read.
 */
@Component
@EnableConfigurationProperties(HmrcNumbersSettings.class)
class HmrcNumbers implements VatRegister {

    private static final String NAME = OutsideService.HMRC_NUMBERS.shortTitle();
    private static final String PATH = "/organisations/vat/check-vat-number/lookup/";
    private static final String BRITISH = "GB";

    private final HmrcNumbersSettings settings;
    private final Outside outside;
    private final Accounts accounts;
    private final SellerDetails details;

    HmrcNumbers(HmrcNumbersSettings settings, Outside outside, Accounts accounts, SellerDetails details) {
        this.settings = settings;
        this.outside = outside;
        this.accounts = accounts;
        this.details = details;
    }

    @Override
    public OutsideService service() {
        return OutsideService.HMRC_NUMBERS;
    }

    @Override
    public void check(List<String> credentials) {
        var unused = token(credentials);
    }

    @Override
    public boolean knows(VatNumber number) {
        return number.normalised().matches(BRITISH + "\\d+");
    }

    @Override
    public Found ask(HandOver leave, Account account, VatNumber number) {
        leave.refuseUnlessWritten(account.id(), Set.of(DataCategory.VAT_NUMBER));
        var ours = VatNumber.read(details.of(account.seller()).vatNumber());
        var asked = digits(number)
                + ours.filter(this::knows).map(own -> "/" + digits(own)).orElse("");
        var answer = outside.call(
                NAME,
                HttpRequest.newBuilder(settings.api().resolve(PATH + asked))
                        .header("Authorization", "Bearer " + token(accounts.credentials(account)))
                        .header("Accept", "application/vnd.hmrc.2.0+json"));
        if (answer.status() == 404) {
            var why = Outside.json(NAME, answer).path("code").asString("");
            if (why.equals("NOT_FOUND")) {
                return new Found(false, "");
            }
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        return new Found(
                true, Outside.json(NAME, answer).path("consultationNumber").asString(""));
    }

    /** A few numbers a day are not worth a token that is kept. */
    private String token(List<String> credentials) {
        var answer = outside.call(
                NAME,
                HttpRequest.newBuilder(settings.api().resolve("/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + encoded(credentials.get(0)) + "&client_secret=" + encoded(credentials.get(1)))));
        if (answer.status() == 400) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "it does not know the client", Optional.empty());
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        var token = Outside.json(NAME, answer).path("access_token").asString("");
        if (token.isEmpty()) {
            throw ServiceUnusable.notUnderstood(NAME, "no token");
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String digits(VatNumber number) {
        return number.normalised().substring(BRITISH.length());
    }
}
