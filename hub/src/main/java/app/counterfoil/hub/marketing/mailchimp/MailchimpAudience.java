package app.counterfoil.hub.marketing.mailchimp;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.MemberKey;
import app.counterfoil.hub.marketing.Newsletter;
import app.counterfoil.hub.marketing.NotSigned;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An audience of Mailchimp. Nobody is ever put in as {@code subscribed} who has left there: an existing member keeps their
 * status, and is at most asked, as {@code pending}, whether they want to come back.
 */
@Component
@EnableConfigurationProperties(MailchimpSettings.class)
class MailchimpAudience implements Newsletter {

    private static final String NAME = OutsideService.MAILCHIMP.title();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORGOTTEN = "Forgotten Email Not Subscribed";
    private static final int A_PAGE = 500;
    private static final int MOST_PAGES = 100;

    private final MailchimpSettings settings;
    private final Outside outside;
    private final Accounts accounts;

    MailchimpAudience(MailchimpSettings settings, Outside outside, Accounts accounts) {
        this.settings = settings;
        this.outside = outside;
        this.accounts = accounts;
    }

    @Override
    public OutsideService service() {
        return OutsideService.MAILCHIMP;
    }

    @Override
    public void check(List<String> credentials) {
        var access = new Access(credentials);
        var answer = outside.call(NAME, access.request("/members?count=1&fields=total_items"));
        if (answer.status() == 404) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "it has no audience of that ID", Optional.empty());
        }
        refuseUnless(answer, 200);
    }

    @Override
    public Set<DataCategory> handsOver(Member member) {
        return FieldsHandedOver.of(request(member));
    }

    @Override
    public MemberKey keyOf(Contact contact) {
        return new MemberKey(hash(contact.email()));
    }

    @Override
    public Answer add(HandOver leave, Account account, Member member) {
        return put(leave, account, member, request(member));
    }

    @Override
    public Answer askBack(HandOver leave, Account account, Member member) {
        return put(leave, account, member, request(member).put("status", "pending"));
    }

    private Answer put(HandOver leave, Account account, Member member, ObjectNode request) {
        leave.refuseUnlessWritten(account.id(), FieldsHandedOver.of(request));
        var answer = outside.call(
                NAME,
                access(account)
                        .request("/members/" + hash(member.contact().email()))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request))));
        if (answer.status() == 400 && json(answer).path("title").asString("").equals(FORGOTTEN)) {
            return new Answer(Standing.FORGOTTEN, Optional.empty());
        }
        refuseUnless(answer, 200);
        var told = json(answer);
        return new Answer(
                standing(told.path("status").asString("")),
                instant(told.path("last_changed").asString("")));
    }

    @Override
    public void stop(Account account, MemberKey key) {
        var body = JSON.createObjectNode().put("status", "unsubscribed");
        refuseUnless(
                outside.call(
                        NAME,
                        access(account)
                                .request("/members/" + key.key())
                                .header("Content-Type", "application/json")
                                .method("PATCH", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))),
                200,
                404);
    }

    @Override
    public void keepAside(Account account, MemberKey key) {
        refuseUnless(
                outside.call(
                        NAME, access(account).request("/members/" + key.key()).DELETE()),
                204,
                404);
    }

    /** An archived member would be woken by a later request: only this deletes. */
    @Override
    public void delete(Account account, MemberKey key) {
        refuseUnless(
                outside.call(
                        NAME,
                        access(account)
                                .request("/members/" + key.key() + "/actions/delete-permanent")
                                .POST(BodyPublishers.noBody())),
                204,
                404);
    }

    @Override
    public List<Left> leftSince(Account account, Instant since) {
        var access = access(account);
        var query = "/members?status=unsubscribed&fields=members.email_address,members.last_changed,total_items&count="
                + A_PAGE + "&unsubscribed_since=" + URLEncoder.encode(written(since), StandardCharsets.UTF_8)
                + "&offset=";
        var left = new ArrayList<Left>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = outside.call(NAME, access.request(query + page * A_PAGE));
            refuseUnless(answer, 200);
            var members = json(answer).path("members");
            members.forEach(member -> left.add(new Left(
                    new Contact(member.path("email_address").asString("")),
                    instant(member.path("last_changed").asString("")))));
            if (members.size() < A_PAGE) {
                return left;
            }
        }
        throw new ServiceUnusable(NAME, Kind.NOT_UNDERSTOOD, "its list has no end", Optional.empty());
    }

    @Override
    public Telling tellAt(Account account, URI address) {
        var body = JSON.createObjectNode().put("url", address.toString());
        body.putObject("events").put("unsubscribe", true).put("cleaned", true).put("upemail", true);
        body.putObject("sources").put("user", true).put("admin", true).put("api", false);
        var answer = outside.call(
                NAME,
                access(account)
                        .request("/webhooks")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        refuseUnless(answer, 200);
        var told = json(answer);
        return new Telling(
                told.path("id").asString(""),
                Optional.of(told.path("signing_secret").asString("")).filter(secret -> !secret.isEmpty()));
    }

    /** Where it has told us with which secret it signs, it has to sign. */
    @Override
    public Optional<Told> heard(Account account, byte[] body, UnaryOperator<String> header, Instant now) {
        var kept = accounts.credentials(account);
        if (kept.size() > service().credentials().size()
                && !Signature.fits(header.apply(Signature.HEADER), kept.get(1), body, now)) {
            throw new NotSigned();
        }
        return Posted.of(body).told(kept.get(0));
    }

    @Override
    public void tellNoMore(Account account, String telling) {
        var named = URLEncoder.encode(telling, StandardCharsets.UTF_8);
        refuseUnless(
                outside.call(NAME, access(account).request("/webhooks/" + named).DELETE()), 204, 404);
    }

    /** Whoever is there already keeps their status: {@code status} itself is never sent here. */
    private static ObjectNode request(Member member) {
        return JSON.createObjectNode()
                .put("email_address", member.contact().email())
                .put("status_if_new", "subscribed")
                .put("timestamp_signup", written(member.signedUpAt()))
                .put("timestamp_opt", written(member.confirmedAt()));
    }

    private static Standing standing(String status) {
        return switch (status) {
            case "subscribed" -> Standing.SUBSCRIBED;
            case "pending" -> Standing.ASKED;
            case "unsubscribed" -> Standing.LEFT;
            case "cleaned" -> Standing.COMES_BACK;
            case "archived", "transactional" -> Standing.ASIDE;
            default ->
                throw new ServiceUnusable(NAME, Kind.NOT_UNDERSTOOD, "a status that is not known", Optional.empty());
        };
    }

    /** As its documents have it: MD5 of the address in small letters. */
    private static String hash(String email) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private Access access(Account account) {
        return new Access(accounts.credentials(account));
    }

    private static void refuseUnless(Outside.Answer answer, int... fitting) {
        for (var status : fitting) {
            if (answer.status() == status) {
                return;
            }
        }
        throw Outside.refusal(NAME, answer);
    }

    private static JsonNode json(Outside.Answer answer) {
        return Outside.json(NAME, answer);
    }

    /** The audience and the key, in the order in which they are asked for; what else is kept beside them stands between. */
    private final class Access {

        private final String audience;
        private final String key;

        Access(List<String> credentials) {
            this.audience = credentials.get(0);
            this.key = credentials.get(credentials.size() - 1);
        }

        HttpRequest.Builder request(String rest) {
            if (!audience.matches("[A-Za-z0-9]{1,40}")) {
                throw new ServiceUnusable(NAME, Kind.SIGN_IN, "that is no audience ID", Optional.empty());
            }
            var basic = Base64.getEncoder().encodeToString(("counterfoil:" + key).getBytes(StandardCharsets.UTF_8));
            return HttpRequest.newBuilder(settings.hostOf(key).resolve("/3.0/lists/" + audience + rest))
                    .header("Authorization", "Basic " + basic);
        }
    }
}
