package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.marketing.AnswerLinks;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.rights.ChannelNotices.AccountDeletion;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** People with orders and consents, and the doors at which they ask: the office, the public page, a program, their channel. */
abstract class AskingPeople extends RightsBench {

    static final long SEED = Long.getLong("counterfoil.seed", System.nanoTime() % 1_000_000);
    static final String AUDIENCE = "a1b2c3d401";

    private static final int PEOPLE = 200;
    private static final String CALLS = "/api/v1/rights-requests";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("(?m)^([a-z2-9]{4}-[a-z2-9]{4})\\s*$");
    private static final Pattern CONFIRM = Pattern.compile("/confirm/(\\S{24})");

    @Autowired
    private PublicDoor door;

    @Autowired
    private AnswerKnocks answer;

    @Autowired
    private LettersGoOut goOut;

    @Autowired
    private ChannelNotices channelNotices;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private TakeInConsent takeInConsent;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private Wordings wordings;

    final Random chance = new Random(SEED);
    final List<Person> yetToBuy = new ArrayList<>();

    SignedIn owner;
    private String token = "";
    private UUID words = new UUID(0, 0);

    /** What has become of somebody's data by what they have asked for. */
    enum Standing {
        AS_EVERYBODY,
        RESTRICTED,
        ERASED
    }

    /** Somebody, what they have bought, and where their data and their consent stand. */
    static final class Person {
        final Somebody who;
        final List<String> numbers = new ArrayList<>();
        boolean atAmazonToo;
        boolean hasAsked;
        boolean agrees;
        String phone;
        Standing standing = Standing.AS_EVERYBODY;

        Person(Somebody who) {
            this.who = who;
            this.phone = who.phone();
        }

        Contact contact() {
            return new Contact(who.email());
        }
    }

    @BeforeEach
    void peopleWhoAreYetToBuy() {
        System.out.println("seed " + SEED);
        SANDBOX.mail().clear();
        SANDBOX.mailchimp().clear();
        shops.connect(shop, OutsideService.MAILCHIMP);
        owner = shops.person(shop, Role.OWNER);
        token = tokens.make(owner, "Help desk", Set.of(ApiScope.RIGHTS_REQUESTS), ApiTokens.USUAL_DAYS);
        words = wordings.write(shop, WordingKind.CONSENT, "Demo Shop (made up) may write to me.", Optional.empty());
        for (int i = 0; i < PEOPLE; i++) {
            yetToBuy.add(new Person(Somebody.fresh("Demoson " + Integer.toString(10_000 + i, 36))));
        }
    }

    /** They sign up for the shop's letters, and confirm it from their mailbox. */
    void agrees(Person person) {
        takeInConsent.bySignUp(shop, person.contact(), words, new PublicAddress("https://hub.example"));
        goOut.of(shop);
        assertThat(links.confirm(shop, written(person, CONFIRM))).isTrue();
        person.agrees = true;
    }

    /** At a door that chance has picked, of those that are open to them; the request that came of it. */
    UUID asks(RequestKind kind, Person person) {
        if (kind == RequestKind.ERASURE && !person.atAmazonToo && chance.nextInt(3) == 0) {
            return byTheChannel(person);
        }
        return switch (chance.nextInt(3)) {
            case 0 -> known(asks(kind, byEmail(person.who)));
            case 1 -> known(byAProgram(kind, person));
            default -> onThePage(kind, person);
        };
    }

    private UUID known(UUID request) {
        handle.identityKnown(shop, request, IdentityProof.ANSWERED_MAIL, Optional.of(office.id()));
        return request;
    }

    private UUID byAProgram(RequestKind kind, Person person) {
        try {
            var body = Map.of("kind", kind.name(), "email", person.who.email());
            var taken = pages.asked(post(CALLS)
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", "ask-" + person.who.userName())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(JSON.writeValueAsString(body)));
            return UUID.fromString(
                    JSON.readTree(taken.getContentAsString()).path("id").asString());
        } catch (Exception failed) {
            throw new AssertionError("seed " + SEED, failed);
        }
    }

    private UUID onThePage(RequestKind kind, Person person) {
        var before = underWay();
        var knock = door.knock(shop, kind, Law.UK, new Requester("", person.who.email(), "", "", "", List.of(), ""));
        answer.of(shop);
        goOut.of(shop);
        assertThat(door.code(shop, knock, written(person, CODE), "https://hub.example/stop/"))
                .isTrue();
        return fresh(before);
    }

    /** Their account there is deleted; the channel vouches for them, and knows nothing of their mailbox. */
    private UUID byTheChannel(Person person) {
        var before = underWay();
        var notice = new AccountDeletion(UUID.randomUUID().toString(), "", person.who.userName(), "");
        assertThat(channelNotices.take(ebay, List.of(notice)).requests()).isEqualTo(1);
        return fresh(before);
    }

    private List<UUID> underWay() {
        return requests.underWay(shop, 1_000).stream().map(RightsRequest::id).toList();
    }

    private UUID fresh(List<UUID> before) {
        return underWay().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    /** Of the letters to them the last that has it; letters of earlier requests can go out with it. */
    private static String written(Person to, Pattern sought) {
        var found = SANDBOX.mail().taken().stream()
                .filter(mail -> mail.to().contains(to.who.email()))
                .flatMap(mail -> sought.matcher(mail.text()).results())
                .reduce((first, last) -> last);
        assertThat(found).as("seed " + SEED).isPresent();
        return found.orElseThrow().group(1);
    }
}
