package app.counterfoil.hub.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.letter.ReadReturns;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.sandbox.mail.TakenMail;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The people of an incident are written to once each, and it is told who cannot be reached. */
class LettersToPeopleTest extends BreachBench {

    private static final String TEXT = "A password was guessed. Ask us: data@shop.example";
    private static final String COMES_BACK = "bounces-zoe@buyer.example";

    @Autowired
    private WriteToPeople write;

    @Autowired
    private PeopleTold told;

    @Autowired
    private LettersGoOut letters;

    @Autowired
    private ReadReturns returns;

    @Autowired
    private BreachBookCheck books;

    @Autowired
    private List<BookCheck> allBooks;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void eachAddressIsWrittenToOnceHoweverOftenItIsStarted() {
        var held = downloaded(shop, OutsideService.EBAY);
        var addresses = addresses(held);
        var id = decided(about(Asked.CHANNEL, OutsideService.EBAY));
        assertThat(told.ahead(shop, breaches.one(shop, id)).readable()).isGreaterThanOrEqualTo(held.size());
        var first = write.write(owner(), id, (done, all, sentence) -> {});
        assertThat(first.letters()).isEqualTo(addresses.size()).isPositive();
        assertThat(write.write(owner(), id, (done, all, sentence) -> {})).isEqualTo(first);
        assertThat(told.so(shop, id).troubles())
                .as("who only waits is no trouble")
                .isEmpty();
        letters.of(shop);
        assertThat(writtenTo(addresses)).hasSameSizeAs(addresses).doesNotHaveDuplicates();
        var so = told.so(shop, id);
        assertThat(so.in(LetterState.SENT)).isEqualTo(addresses.size());
        assertThat(so.troubles()).isEmpty();
        assertThat(breaches.one(shop, id).steps())
                .extracting(Step::inWords)
                .contains("Wrote to the people: " + first.inWords());
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void whatWasStoppedGoesOnWhereItStoodAndWritesToNobodyTwice() throws Exception {
        var held = downloaded(shop, OutsideService.EBAY);
        var packer = shops.person(shop, Role.PACKER);
        openPeople.recipients(packer, "ORDER_LIST", held);
        var everything = new Question(Asked.TIME, Instant.EPOCH, later(), Optional.empty(), Optional.empty(), "");
        pages.page(owner(), "/people");
        var id = decided(everything);
        assertThat(breaches.one(shop, id).staff()).contains(packer.id());
        assertThatThrownBy(() -> write.write(owner(), id, (done, all, sentence) -> {
                    if (done > 0) {
                        throw new IllegalStateException("stopped");
                    }
                }))
                .hasMessage("stopped");
        assertThat(breaches.one(shop, id).told()).isEmpty();
        assertThat(told.so(shop, id).told().letters()).isPositive();
        assertThat(pagesSay(id)).contains("Writing to them was stopped");
        var whole = write.write(owner(), id, (done, all, sentence) -> {});
        assertThat(whole.told())
                .isEqualTo(held.size() + breaches.one(shop, id).staff().size());
        letters.of(shop);
        var addresses = addresses(held);
        assertThat(writtenTo(addresses)).hasSameSizeAs(addresses).doesNotHaveDuplicates();
        assertThat(pagesSay(id)).doesNotContain("was stopped");
    }

    @Test
    void whoWasForgottenIsNotReachedAndWhoHasHadTheirDataRestrictedIs() {
        var held = downloaded(shop, OutsideService.EBAY);
        custody.in(
                shop,
                vault -> vault.forget(
                        List.of(held.get(0).subject()), Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
        custody.in(shop, vault -> {
            vault.restrictions().restrict(held.get(1).subject(), "RESTRICTION");
            return held;
        });
        var id = decided(about(Asked.CHANNEL, OutsideService.EBAY));
        var ahead = told.ahead(shop, breaches.one(shop, id));
        assertThat(ahead.forgotten()).isEqualTo(1);
        var done = write.write(owner(), id, (all, of, sentence) -> {});
        assertThat(done.forgotten()).isEqualTo(1);
        assertThat(told.so(shop, id).unreached())
                .containsEntry(held.get(0).id().value(), Reach.FORGOTTEN)
                .doesNotContainKey(held.get(1).id().value());
        assertThat(pagesSay(id))
                .contains(
                        "Not everybody can be reached",
                        "They were forgotten",
                        held.get(0).channelOrderId());
    }

    @Test
    void theJournalSaysThatPeopleWereOpenedForThisAlone() {
        downloaded(shop, OutsideService.EBAY);
        var id = decided(about(Asked.CHANNEL, OutsideService.EBAY));
        assertThat(openedFor("BREACH_LETTER", "order.buyer")).isZero();
        write.write(owner(), id, (done, all, sentence) -> {});
        assertThat(openedFor("BREACH_LETTER", "order.buyer")).isPositive();
        assertThat(openedFor("BREACH_LETTER", "order.recipient")).isPositive();
    }

    @Test
    void nobodyIsWrittenToInADrillNorUndecidedNorWithGaps() {
        downloaded(shop, OutsideService.EBAY);
        var drill = breaches.open(owner(), told(true));
        prepare(drill, about(Asked.CHANNEL, OutsideService.EBAY), letter());
        breaches.decide(owner(), drill, Ground.RISK_HIGH);
        refused(drill, "drill");
        var id = incident();
        prepare(id, about(Asked.CHANNEL, OutsideService.EBAY), new PeopleLetter("A", "We are (still to be said)"));
        refused(id, "not decided");
        breaches.decide(owner(), id, Ground.RISK_NOT_HIGH);
        refused(id, "not decided");
        breaches.decide(owner(), id, Ground.RISK_HIGH);
        refused(id, "gaps");
        write.word(owner(), id, letter());
        write.refuseUnready(owner(), id);
        letters.of(shop);
        assertThat(told.so(shop, id).states()).isEmpty();
    }

    @Test
    void theDraftSaysWhatTheLawAsksForInPlainWords() throws Exception {
        var id = incident();
        breaches.write(owner(), id, new BreachTexts("A laptop was lost.", "Unwanted mail.", "It was locked.", ""));
        count(id, about(Asked.CHANNEL, OutsideService.EBAY));
        var draft = write.draft(owner(), breaches.one(shop, id));
        assertThat(draft.text())
                .contains("A laptop was lost.", "Unwanted mail.", "It was locked.", "Whom to ask", "ico.org.uk");
        assertThat(draft.hasGaps()).as("no contact stands in the register").isTrue();
        pages.page(owner(), "/people");
        count(id, new Question(Asked.TIME, Instant.EPOCH, later(), Optional.empty(), Optional.empty(), ""));
        var both = write.draft(owner(), breaches.one(shop, id)).text();
        var ofStaff = both.lines()
                .filter(line -> line.startsWith("If you work for us"))
                .toList();
        assertThat(ofStaff).singleElement().asString().contains("Hash of the password");
        assertThat(both.indexOf("Hash of the password")).isEqualTo(both.lastIndexOf("Hash of the password"));
    }

    @Test
    void aLetterThatDoesNotArriveIsShownAndGoesOnceMoreWhenAsked() throws Exception {
        shops.person(shop, Role.PACKER, "refused-packer@" + shop + ".example");
        pages.page(owner(), "/people");
        var id = decided(new Question(Asked.TIME, Instant.EPOCH, later(), Optional.empty(), Optional.empty(), ""));
        write.write(owner(), id, (done, all, sentence) -> {});
        letters.of(shop);
        var so = told.so(shop, id);
        assertThat(so.in(LetterState.REFUSED)).isEqualTo(1);
        assertThat(so.failed()).isEqualTo(1);
        assertThat(pagesSay(id))
                .contains("Somebody of the shop", "The mail server of the address refuses it.", "Try again those");
        var again = pages.asked(owner(), post("/breaches/" + id + "/people/again"));
        assertThat(again.getStatus()).isEqualTo(302);
        assertThat(told.so(shop, id).in(LetterState.WAITING)).isEqualTo(1);
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void aLetterThatComesBackIsShownWithWhatToDoAndGoesOnceMoreWhenAsked() throws Exception {
        var order = oneWhoseMailComesBack();
        var id = decided(about(Asked.CHANNEL, OutsideService.EBAY));
        var done = write.write(owner(), id, (all, of, sentence) -> {});
        letters.of(shop);
        assertThat(told.so(shop, id).in(LetterState.SENT)).isEqualTo(done.letters());
        returns.read();
        var letter = onlyTrouble(id).letter().id();
        assertThat(told.so(shop, id).in(LetterState.BOUNCED)).isEqualTo(1);
        assertThat(told.so(shop, id).in(LetterState.SENT)).isEqualTo(done.letters() - 1);
        assertThat(pagesSay(id))
                .contains(
                        ">" + order + "</a>",
                        "<span>Came back</span>",
                        "The letter came back: there is no such address. "
                                + "Find out the right address and write a new letter to it, or answer by post.",
                        "Try again those")
                .doesNotContain(COMES_BACK);
        booksAreWell();
        var again = pages.asked(owner(), post("/breaches/" + id + "/people/again"));
        assertThat(again.getStatus()).isEqualTo(302);
        assertThat(told.so(shop, id).in(LetterState.WAITING)).isEqualTo(1);
        booksAreWell();
        letters.of(shop);
        letters.of(shop);
        assertThat(writtenTo(Set.of(COMES_BACK))).hasSize(2);
        assertThat(SANDBOX.mail().taken())
                .filteredOn(mail -> mail.to().contains(COMES_BACK))
                .extracting(TakenMail::messageId)
                .as("it is the same letter")
                .containsOnly("<" + letter + "@hub.example>");
        assertThat(told.so(shop, id).troubles()).isEmpty();
        assertThat(pagesSay(id)).doesNotContain("Try again those");
        returns.read();
        assertThat(onlyTrouble(id).letter().state()).isEqualTo(LetterState.BOUNCED);
        assertThat(told.so(shop, id).told()).as("nobody else was written to").isEqualTo(done);
        booksAreWell();
    }

    @Test
    void theCaseFileSaysHowManyWereToldAndWhenAndNobodysAddress() throws Exception {
        var held = downloaded(shop, OutsideService.EBAY);
        var id = decided(about(Asked.CHANNEL, OutsideService.EBAY));
        var done = write.write(owner(), id, (all, of, sentence) -> {});
        letters.of(shop);
        var json = pages.page(owner(), "/breaches/" + id + "/incident.json");
        assertThat(json)
                .contains("\"letters\" : " + done.letters(), "\"sent\" : " + done.letters(), "\"firstAt\" : \"20");
        assertThat(json + pages.page(owner(), "/breaches/" + id + "/regulator.txt"))
                .contains("Wrote to the people: " + done.inWords())
                .doesNotContain(addresses(held).toArray(String[]::new));
    }

    @Test
    void aLetterThatIsTakenAwayOrANumberThatIsChangedIsFound() {
        downloaded(shop, OutsideService.EBAY);
        for (var change : List.of(
                "DELETE FROM counterfoil.breach_letter",
                "UPDATE counterfoil.breach_step SET told = told + 1 WHERE told IS NOT NULL")) {
            shop = shops.open();
            downloaded(shop, OutsideService.EBAY);
            var id = decided(about(Asked.CHANNEL, OutsideService.EBAY));
            write.write(owner(), id, (done, all, sentence) -> {});
            assertThat(books.of(shop).flaws()).isEmpty();
            DATABASE.change(change + (change.contains("WHERE") ? " AND " : " WHERE ") + "seller_id = '" + shop + "'");
            assertThat(books.of(shop).flaws())
                    .as(change)
                    .extracting(Flaw::wrong)
                    .singleElement()
                    .asString()
                    .contains(id.toString());
        }
    }

    @Test
    void anAddressHasOneMarkHoweverItIsWrittenAndAnotherInEachIncident() {
        var letter = SealedPeopleLetter.first(letter());
        assertThat(letter.mark("Demo@Buyer.example ")).isEqualTo(letter.mark("demo@buyer.example"));
        assertThat(letter.saying(new PeopleLetter("B", "B")).mark("a@b.example"))
                .isEqualTo(letter.mark("a@b.example"));
        assertThat(SealedPeopleLetter.first(letter()).mark("a@b.example")).isNotEqualTo(letter.mark("a@b.example"));
    }

    /** By its subject the letters of one shop are told from those of another in the same mailbox. */
    private PeopleLetter letter() {
        return new PeopleLetter("About your data " + shop, TEXT);
    }

    private UUID decided(Question question) {
        var id = incident();
        prepare(id, question, letter());
        breaches.decide(owner(), id, Ground.RISK_HIGH);
        return id;
    }

    private void prepare(UUID id, Question question, PeopleLetter letter) {
        count(id, question);
        write.word(owner(), id, letter);
    }

    private void refused(UUID id, String why) {
        assertThatThrownBy(() -> write.write(owner(), id, (done, all, sentence) -> {}))
                .hasMessageContaining(why);
    }

    private String pagesSay(UUID id) {
        try {
            return pages.page(owner(), "/breaches/" + id + "/people");
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    private long openedFor(String reason, String kind) {
        return transactions.in(shop, () -> db.sql(
                        "SELECT count(*) FROM vault_journal WHERE seller_id = :seller AND reason = :reason AND kind = :kind")
                .param("seller", shop.value())
                .param("reason", reason)
                .param("kind", kind)
                .query(Long.class)
                .single());
    }

    /** Downloads the orders of a channel, to one of which mail can be sent but comes back; tells the number of that one. */
    private String oneWhoseMailComesBack() {
        var number = downloaded(shop, OutsideService.EBAY).get(0).channelOrderId();
        var ebay = SANDBOX.world().account("ebay-1").orElseThrow();
        var before = ebay.order(number).orElseThrow();
        var changed = before.deepCopy();
        changed.findValues("shipTo").forEach(to -> ((ObjectNode) to).put("email", COMES_BACK));
        ebay.put(number, changed);
        shop = shops.open();
        downloaded(shop, OutsideService.EBAY);
        ebay.put(number, before);
        return number;
    }

    private PeopleTold.Trouble onlyTrouble(UUID id) {
        assertThat(told.so(shop, id).troubles()).hasSize(1);
        return told.so(shop, id).troubles().get(0);
    }

    private void booksAreWell() {
        assertThat(allBooks.stream().flatMap(each -> each.of(shop).flaws().stream()))
                .isEmpty();
    }

    /** Where these people can be written to, in small letters. */
    private Set<String> addresses(List<OrderFacts> of) {
        SignedIn reader = owner();
        var refs = of.stream()
                .map(order -> new RecordRef(order.id().value(), order.subject()))
                .toList();
        var found = new HashSet<String>();
        custody.in(shop, vault -> vault.open(reader.opening(Purpose.SERVICE, "ORDER_LIST"), Buyer.KIND, refs))
                .values()
                .forEach(outcome -> outcome.opened().ifPresent(buyer -> found.add(buyer.email())));
        custody.in(shop, vault -> vault.open(reader.opening(Purpose.DELIVERY, "ORDER_LIST"), Recipient.KIND, refs))
                .values()
                .forEach(outcome -> outcome.opened().ifPresent(recipient -> found.add(recipient.email())));
        found.remove("");
        var small = new HashSet<String>();
        found.forEach(address -> small.add(address.toLowerCase(Locale.ROOT)));
        return small;
    }

    private List<String> writtenTo(Set<String> of) {
        return SANDBOX.mail().taken().stream()
                .filter(mail -> mail.subject().equals(letter().subjectLine()))
                .flatMap(mail -> mail.to().stream())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(of::contains)
                .toList();
    }
}
