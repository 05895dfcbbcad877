package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.rights.HeldOnRequester.Fate;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two hundred people on all channels, whose parcels leave, come back and are called off, and some of whom ask for what they
 * like at whatever door, while others go on buying: after each request what the law says is found or gone, nobody else has
 * lost anything, and every total is what it was.
 */
class TwoHundredPeopleTest extends RightsBench {

    private static final long SEED = Long.getLong("counterfoil.seed", System.nanoTime() % 1_000_000);
    private static final int PEOPLE = 200;
    private static final int ROUNDS = 6;
    private static final int ASK_IN_A_ROUND = 9;
    private static final long PENCE_OF_AN_ORDER = 1_500;
    private static final Pattern CODE = Pattern.compile("(?m)^([a-z2-9]{4}-[a-z2-9]{4})\\s*$");

    @Autowired
    private PublicDoor door;

    @Autowired
    private AnswerKnocks answer;

    @Autowired
    private LettersGoOut goOut;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private Bundles bundles;

    @Autowired
    private Notices notices;

    @Autowired
    private Receipts receipts;

    @Autowired
    private FinishErasures finish;

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private Orders allOrders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private IssueDueInvoices issueDueInvoices;

    @Autowired
    private List<BookCheck> books;

    private final Random chance = new Random(SEED);
    private final List<Person> yetToBuy = new ArrayList<>();
    private final List<Person> known = new ArrayList<>();
    private final Map<String, Boolean> bookedNumbers = new HashMap<>();

    private SignedIn owner;
    private int sold;

    /** What has become of somebody's data by what they have asked for. */
    private enum Standing {
        AS_EVERYBODY,
        RESTRICTED,
        ERASED
    }

    private static final class Person {
        private final Somebody who;
        private final List<String> numbers = new ArrayList<>();
        private Standing standing = Standing.AS_EVERYBODY;
        private boolean hasAsked;

        Person(Somebody who) {
            this.who = who;
        }
    }

    /** Somebody's request, taken in. */
    private record Asked(Person person, RequestKind kind, UUID id) {}

    @BeforeEach
    void peopleWhoAreYetToBuy() {
        System.out.println("seed " + SEED);
        SANDBOX.mail().clear();
        owner = shops.person(shop, Role.OWNER);
        for (int i = 0; i < PEOPLE; i++) {
            yetToBuy.add(new Person(Somebody.fresh("Demoson " + Integer.toString(10_000 + i, 36))));
        }
    }

    @Test
    void afterEachRequestTheLawIsMetAndEveryTotalIsWhatItWas() throws IOException {
        somebodyBuys(PEOPLE / 2);
        for (int round = 0; round < ROUNDS; round++) {
            someParcelsLeave();
            var asked = takenIn();
            // What came in on the public page rests for a day.
            forward(1);
            for (var each : asked) {
                somebodyBuys(PEOPLE / 2 / ROUNDS / ASK_IN_A_ROUND + 1);
                carriedOut(each);
                standsAsTheLawSays(each.person());
                standsAsTheLawSays(known.get(chance.nextInt(known.size())));
                totalsAreWhatTheyWere();
            }
            assertThat(books.stream().flatMap(check -> check.of(shop).flaws().stream()))
                    .isEmpty();
        }
        theRestLeavesAndWhatWaitedIsGone();
    }

    private void somebodyBuys(int people) {
        for (int i = 0; i < people && !yetToBuy.isEmpty(); i++) {
            var person = yetToBuy.remove(yetToBuy.size() - 1);
            for (int order = chance.nextInt(3); order >= 0; order--) {
                person.numbers.add(chance.nextBoolean() ? buysAtAmazon(person.who) : buysAtEbay(person.who));
                sold++;
            }
            known.add(person);
        }
        if (chance.nextInt(3) == 0) {
            var again = known.get(chance.nextInt(known.size()));
            if (again.standing == Standing.AS_EVERYBODY && !again.hasAsked) {
                again.numbers.add(buysAtEbay(again.who));
                sold++;
            }
        }
        download();
    }

    /** Some parcels leave and are invoiced, some of them come back, and some orders are called off. */
    private void someParcelsLeave() {
        var open = open();
        Collections.shuffle(open, chance);
        var leaving = open.subList(0, open.size() / 4);
        book(leaving.toArray(String[]::new));
        leaving.forEach(number -> bookedNumbers.put(number, true));
        leave(leaving.toArray(String[]::new));
        issueDueInvoices.search(shop);
        issueDueInvoices.issue(shop);
        move(OrderState.RETURNED, leaving.subList(0, leaving.size() / 5));
        var rest = open.subList(open.size() / 4, open.size());
        move(OrderState.CANCELLED, rest.subList(0, rest.size() / 8));
    }

    private void move(OrderState to, Collection<String> numbers) {
        moveOrders.to(
                to, shop, numbers.stream().map(number -> order(number).id()).toList(), Optional.of(owner.id()));
    }

    private List<String> open() {
        return new ArrayList<>(known.stream()
                .filter(person -> person.standing == Standing.AS_EVERYBODY)
                .flatMap(person -> person.numbers.stream())
                .filter(number -> order(number).state().isOpen())
                .toList());
    }

    private List<Asked> takenIn() {
        var asked = new ArrayList<Asked>();
        var kinds = List.of(
                RequestKind.ACCESS,
                RequestKind.PORTABILITY,
                RequestKind.ERASURE,
                RequestKind.ERASURE,
                RequestKind.RESTRICTION,
                RequestKind.OBJECTION);
        while (asked.size() < ASK_IN_A_ROUND) {
            var person = known.get(chance.nextInt(known.size()));
            if (!person.hasAsked) {
                person.hasAsked = true;
                var kind = kinds.get(chance.nextInt(kinds.size()));
                var id = chance.nextBoolean() ? byTheOffice(kind, person) : onThePage(kind, person);
                var unused = lookFor.lookFor(shop, id, office);
                asked.add(new Asked(person, kind, id));
            }
        }
        return asked;
    }

    private UUID byTheOffice(RequestKind kind, Person person) {
        var id = asks(kind, byEmail(person.who));
        handle.identityKnown(shop, id, IdentityProof.ANSWERED_MAIL, Optional.of(office.id()));
        return id;
    }

    private UUID onThePage(RequestKind kind, Person person) {
        var before =
                requests.underWay(shop, 1_000).stream().map(RightsRequest::id).toList();
        var knock = door.knock(shop, kind, Law.UK, new Requester("", person.who.email(), "", "", "", List.of(), ""));
        answer.of(shop);
        goOut.of(shop);
        var mail = SANDBOX.mail().taken();
        var code = CODE.matcher(mail.get(mail.size() - 1).text());
        assertThat(code.find()).isTrue();
        assertThat(door.code(shop, knock, code.group(1), "https://hub.example/stop/"))
                .isTrue();
        return requests.underWay(shop, 1_000).stream()
                .map(RightsRequest::id)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private void carriedOut(Asked asked) throws IOException {
        switch (asked.kind()) {
            case ACCESS, PORTABILITY -> theCopyHoldsTheirsAlone(asked);
            case ERASURE -> erased(asked);
            case RESTRICTION, OBJECTION -> {
                restrict.restrict(shop, asked.id(), office);
                asked.person().standing = Standing.RESTRICTED;
            }
            case RECTIFICATION, COMPLAINT -> throw new IllegalStateException("nobody asks for it here");
        }
    }

    private void theCopyHoldsTheirsAlone(Asked asked) throws IOException {
        var passphrase = bundles.make(shop, asked.id(), office);
        try (var opened = Loader.loadPDF(bundles.fetch(shop, asked.id(), office), passphrase)) {
            var data = new String(
                    new PDDocumentNameDictionary(opened.getDocumentCatalog())
                            .getEmbeddedFiles()
                            .getNames()
                            .get("your-data.json")
                            .getEmbeddedFile()
                            .toByteArray(),
                    StandardCharsets.UTF_8);
            assertThat(asked.person().numbers).as("seed " + SEED).allSatisfy(number -> assertThat(data)
                    .contains(number));
            assertThat(known).filteredOn(other -> other != asked.person()).allSatisfy(other -> assertThat(data)
                    .doesNotContain(other.who.name(), other.who.email()));
            assertThat(data.contains("Royal Mail"))
                    .isEqualTo(asked.person().numbers.stream().anyMatch(bookedNumbers::containsKey));
        }
        handle.done(shop, asked.id(), office.id());
    }

    private void erased(Asked asked) {
        var waits = asked.person().numbers.stream()
                .anyMatch(number -> order(number).state().isOpen());
        assertThat(erase.carryOut(shop, asked.id(), office)).as("seed " + SEED).isEqualTo(!waits);
        asked.person().standing = Standing.ERASED;
        assertThat(heldOn.look(shop, asked.id(), office, "TEST_LOOK").stream().flatMap(order -> order.held().stream()))
                .as("seed " + SEED)
                .noneMatch(held -> held.fate() == Fate.GOES);
        assertThat(receipts.of(shop, asked.id()).isPresent()).isEqualTo(!waits);
        var booked = asked.person().numbers.stream().anyMatch(bookedNumbers::containsKey);
        assertThat(notices.of(shop, asked.id()).stream()
                        .anyMatch(notice -> notice.recipient().equals("ROYAL_MAIL")))
                .as("who received something is to be told; seed " + SEED)
                .isEqualTo(booked);
        if (booked) {
            notices.told(shop, asked.id(), "ROYAL_MAIL", office.id());
            notices.confirmed(shop, asked.id(), "ROYAL_MAIL", office.id());
        }
    }

    private void standsAsTheLawSays(Person person) {
        for (var number : person.numbers) {
            var order = order(number);
            var recipient = openPeople.recipients(owner, "TEST", List.of(order)).get(order.id());
            var buyer = openPeople.buyers(owner, "TEST", List.of(order)).get(order.id());
            var what = "seed " + SEED + ", " + number + ", " + order.state() + ", " + person.standing;
            switch (person.standing) {
                case AS_EVERYBODY -> {
                    assertThat(recipient).as(what).isInstanceOf(Outcome.Opened.class);
                    assertThat(buyer).as(what).isInstanceOf(Outcome.Opened.class);
                }
                case RESTRICTED -> {
                    assertThat(recipient).as(what).isInstanceOf(Outcome.Restricted.class);
                    assertThat(buyer).as(what).isInstanceOf(Outcome.Restricted.class);
                }
                case ERASED -> {
                    assertThat(recipient)
                            .as(what)
                            .isInstanceOf(order.state().isOpen() ? Outcome.Opened.class : Outcome.Forgotten.class);
                    assertThat(buyer).as(what).isInstanceOf(Outcome.Forgotten.class);
                }
            }
        }
    }

    private void totalsAreWhatTheyWere() {
        var all = allOrders.page(shop, OrderFilter.all(), Optional.empty(), 10_000);
        assertThat(all).hasSize(sold);
        assertThat(all.stream()
                        .map(OrderFacts::total)
                        .mapToLong(total -> total.minor())
                        .sum())
                .as("seed " + SEED)
                .isEqualTo(PENCE_OF_AN_ORDER * sold);
    }

    /** An erasure waits for nothing but what is under way, and finishes by itself. */
    private void theRestLeavesAndWhatWaitedIsGone() {
        var waiting = known.stream()
                .filter(person -> person.standing == Standing.ERASED)
                .flatMap(person -> person.numbers.stream())
                .filter(number -> order(number).state().isOpen())
                .toArray(String[]::new);
        book(waiting);
        leave(waiting);
        issueDueInvoices.search(shop);
        issueDueInvoices.issue(shop);
        finish.of(shop);
        known.forEach(this::standsAsTheLawSays);
        totalsAreWhatTheyWere();
        assertThat(requests.underWay(shop, 1_000))
                .as("seed " + SEED)
                .allMatch(request ->
                        request.kind() == RequestKind.RESTRICTION || request.kind() == RequestKind.OBJECTION);
    }
}
