package app.counterfoil.hub.failure;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.marketing.AnswerLinks;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.HearNewsletters;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** People who sign up for a shop's mail and want no more of it, in a hub that may die at any moment of it. */
final class ReadersOfAShop {

    private static final String LIST = "a1b2c3d401";

    private final BeanFactory hub;
    private final SellerId shop;
    private final URI outside;

    ReadersOfAShop(BeanFactory hub, SellerId shop, URI outside) {
        this.hub = hub;
        this.shop = shop;
        this.outside = outside;
    }

    /** Somebody signs up, confirms it, is handed over, and wants no more. */
    void joinAndLeave() {
        var email = join();
        part(AnswerLinks.class).withdraw(shop, secretSentTo(email, "/unsubscribe/" + shop + "/"));
        part(SyncAudiences.class).of(shop);
    }

    /** Somebody is handed over and leaves at the newsletter service, which tells of it. */
    void leaveThere() {
        var email = join();
        var account = part(Accounts.class).of(shop).stream()
                .filter(each -> each.service() == OutsideService.MAILCHIMP)
                .findFirst()
                .orElseThrow();
        part(SellerTransactions.class).run(shop, () -> part(JdbcClient.class)
                .sql("UPDATE marketing_audience SET webhook_hash = sha256('secret') WHERE seller_id = :seller")
                .param("seller", shop.value())
                .update());
        var left = HttpRequest.newBuilder(outside.resolve("/sandbox/mailchimp/" + LIST))
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + email + "\"}"))
                .build();
        HttpClient.newHttpClient()
                .sendAsync(left, HttpResponse.BodyHandlers.discarding())
                .join();
        var form = "type=unsubscribe&fired_at=2026-01-02+03:04:05&data[list_id]=" + LIST + "&data[email]=" + email;
        var unused = part(HearNewsletters.class)
                .hear(shop, account.id(), "secret", form.getBytes(StandardCharsets.UTF_8), name -> "");
    }

    /** Somebody signs up and confirms it; nobody is told of it yet. */
    String confirmed() {
        var email = "reader-" + UUID.randomUUID() + "@buyer.example";
        var wording = part(Wordings.class)
                .write(shop, WordingKind.CONSENT, "Demo Shop (made up) may write to me.", Optional.empty());
        part(TakeInConsent.class).bySignUp(shop, new Contact(email), wording, new PublicAddress("https://hub.example"));
        part(LettersGoOut.class).of(shop);
        if (!part(AnswerLinks.class).confirm(shop, secretSentTo(email, "/confirm/"))) {
            throw new IllegalStateException("The link is not good.");
        }
        return email;
    }

    private String join() {
        var email = confirmed();
        part(SyncAudiences.class).of(shop);
        return email;
    }

    /** What the link in the mail to that address ends in. */
    private String secretSentTo(String email, String before) {
        try (var sent = outside.resolve("/sandbox/mail").toURL().openStream()) {
            for (var mail : new JsonMapper().readTree(sent)) {
                if (mail.path("to").path(0).asString("").equals(email)) {
                    var text = mail.path("text").asString("");
                    var from = text.indexOf(before) + before.length();
                    return text.substring(from, from + 24);
                }
            }
            throw new IllegalStateException("No mail has come.");
        } catch (IOException noSandbox) {
            throw new UncheckedIOException(noSandbox);
        }
    }

    private <T> T part(Class<T> type) {
        return hub.getBean(type);
    }
}
