package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.order.CorrectPeople.People;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.rights.HeldOnRequester.Fate;
import app.counterfoil.vault.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two hundred people on all channels, whose parcels leave, come back and are called off, and some of whom ask for what they
 * like at whatever door, while others go on buying: after each request what the law says is found or gone, nobody else has
 * lost anything, and every total is what it was.
 */
class TwoHundredPeopleTest extends AskingPeople {

    private static final int AT_FIRST = 100;
    private static final int ROUNDS = 6;
    private static final int ASK_IN_A_ROUND = 9;
    private static final long PENCE_OF_AN_ORDER = 1_500;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private CorrectOnRequest correct;

    @Autowired
    private SyncAudiences sync;

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

    private final List<Person> known = new ArrayList<>();
    private final Set<String> booked = new HashSet<>();

    private int sold;
    private long before;
    private long totalBefore;

    /** Somebody's request, taken in. */
    private record Asked(Person person, RequestKind kind, UUID id) {}

    @Test
    void afterEachRequestTheLawIsMetAndEveryTotalIsWhatItWas() throws IOException {
        // What is at the marketplaces already belongs to people who ask for nothing here.
        download();
        before = all().size();
        totalBefore = total();
        somebodyBuys(AT_FIRST);
        for (int round = 0; round < ROUNDS; round++) {
            someParcelsLeave();
            var asked = takenIn();
            // What came in on the public page rests for a day.
            forward(1);
            for (var each : asked) {
                somebodyBuys(AT_FIRST / ROUNDS / ASK_IN_A_ROUND + 1);
                carriedOut(each);
                standsAsTheLawSays(each.person());
                standsAsTheLawSays(known.get(chance.nextInt(known.size())));
                totalsAreWhatTheyWere();
            }
            onlyWhoStillAgreesIsWrittenTo();
            assertThat(books.stream().flatMap(check -> check.of(shop).flaws().stream()))
                    .isEmpty();
        }
        theRestLeavesAndWhatWaitedIsGone();
    }

    private void somebodyBuys(int people) {
        for (int i = 0; i < people && !yetToBuy.isEmpty(); i++) {
            var person = yetToBuy.remove(yetToBuy.size() - 1);
            for (int order = chance.nextInt(3); order >= 0; order--) {
                var atAmazon = chance.nextBoolean();
                person.numbers.add(atAmazon ? buysAtAmazon(person.who) : buysAtEbay(person.who));
                person.atAmazonToo |= atAmazon;
                sold++;
            }
            known.add(person);
            if (chance.nextInt(4) == 0) {
                agrees(person);
            }
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
        booked.addAll(leaving);
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
                RequestKind.RECTIFICATION,
                RequestKind.RESTRICTION,
                RequestKind.OBJECTION);
        while (asked.size() < ASK_IN_A_ROUND) {
            var person = known.get(chance.nextInt(known.size()));
            if (!person.hasAsked) {
                person.hasAsked = true;
                var kind = kinds.get(chance.nextInt(kinds.size()));
                var id = asks(kind, person);
                person.agrees &= kind != RequestKind.OBJECTION;
                if (requests.one(shop, id).door() == Door.CHANNEL) {
                    asked.add(new Asked(person, kind, id));
                    continue;
                }
                var unused = lookFor.lookFor(shop, id, office);
                asked.add(new Asked(person, kind, id));
            }
        }
        return asked;
    }

    private void carriedOut(Asked asked) throws IOException {
        switch (asked.kind()) {
            case ACCESS, PORTABILITY -> theCopyHoldsTheirsAlone(asked);
            case ERASURE -> erased(asked);
            case RESTRICTION, OBJECTION -> {
                restrict.restrict(shop, asked.id(), office);
                asked.person().standing = Standing.RESTRICTED;
            }
            case RECTIFICATION -> putRight(asked);
            case COMPLAINT -> throw new IllegalStateException("nobody asks for it here");
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
                    .isEqualTo(asked.person().numbers.stream().anyMatch(booked::contains));
        }
        handle.done(shop, asked.id(), office.id());
    }

    /** Their phone is put right everywhere, and no channel brings the wrong one back. */
    private void putRight(Asked asked) {
        var phone = "07700 98%04d".formatted(chance.nextInt(10_000));
        for (var number : asked.person().numbers) {
            var order = order(number).id();
            var now = correct.present(shop, asked.id(), order, office);
            var right = now.recipient().map(to -> withPhone(to, phone));
            correct.correct(
                    shop,
                    asked.id(),
                    order,
                    new People(right, Optional.empty(), now.changes()),
                    number.equals(
                            asked.person().numbers.get(asked.person().numbers.size() - 1)),
                    office);
        }
        asked.person().phone = phone;
        download();
    }

    private static Recipient withPhone(Recipient to, String phone) {
        return new Recipient(
                to.name(),
                to.company(),
                to.lines(),
                to.town(),
                to.county(),
                to.postcode(),
                to.country(),
                phone,
                to.email(),
                to.instructions(),
                to.giftMessage());
    }

    private void erased(Asked asked) {
        var waits = asked.person().numbers.stream()
                .anyMatch(number -> order(number).state().isOpen());
        assertThat(erase.carryOut(shop, asked.id(), office)).as("seed " + SEED).isEqualTo(!waits);
        asked.person().standing = Standing.ERASED;
        // The channel has told a name of its own, and no address that marketing knows.
        asked.person().agrees &= requests.one(shop, asked.id()).door() == Door.CHANNEL;
        assertThat(heldOn.look(shop, asked.id(), office, "TEST_LOOK").stream().flatMap(order -> order.held().stream()))
                .as("seed " + SEED)
                .noneMatch(held -> held.fate() == Fate.GOES);
        assertThat(receipts.of(shop, asked.id()).isPresent()).isEqualTo(!waits);
        var received = asked.person().numbers.stream().anyMatch(booked::contains);
        assertThat(notices.of(shop, asked.id()).stream()
                        .anyMatch(notice -> notice.recipient().equals("ROYAL_MAIL")))
                .as("who received something is to be told; seed " + SEED)
                .isEqualTo(received);
        if (received) {
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
                    assertThat(recipient.opened().map(Recipient::phone))
                            .as(what)
                            .contains(person.phone);
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

    /** Nobody else is in the audience outside, whatever they have been or have asked for. */
    private void onlyWhoStillAgreesIsWrittenTo() {
        sync.of(shop);
        assertThat(known).as("seed " + SEED).allSatisfy(person -> assertThat(SANDBOX.mailchimp()
                        .statusOf(AUDIENCE, person.who.email())
                        .filter("subscribed"::equals)
                        .isPresent())
                .as(person.standing + " " + person.agrees)
                .isEqualTo(person.agrees && person.standing != Standing.RESTRICTED));
    }

    private void totalsAreWhatTheyWere() {
        assertThat(all().size() - before).as("seed " + SEED).isEqualTo(sold);
        assertThat(total() - totalBefore).as("seed " + SEED).isEqualTo(PENCE_OF_AN_ORDER * sold);
    }

    private List<OrderFacts> all() {
        return allOrders.page(shop, OrderFilter.all(), Optional.empty(), 10_000);
    }

    private long total() {
        return all().stream()
                .map(OrderFacts::total)
                .mapToLong(total -> total.minor())
                .sum();
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
