package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Nothing personal goes to anybody without an agreement on file that stands and covers it. */
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
class AgreedRecipientsTest extends PackingBench {

    private static final String KEY = "demo-royalmail-1";

    @Autowired
    private Recipients recipients;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private BusinessClock clock;

    @Test
    void noParcelIsBookedWithACourierWithWhomNothingIsAgreed() {
        connect(OutsideService.EBAY, KEY);
        end(OutsideService.ROYAL_MAIL);
        var order = ready(1).get(0);
        SANDBOX.exchanges().clear();
        assertThat(book(order)).singleElement().satisfies(result -> assertThat(result.wrong())
                .isEqualTo("Nothing was handed to Royal Mail: no agreement with it is on file."));
        assertThat(SANDBOX.exchanges().all())
                .noneMatch(asked -> asked.request().method().equals("POST")
                        && asked.request().path().endsWith("/orders"));
        assertThat(disclosures.ofOrder(shop, order.id().value())).isEmpty();
        assertThat(shipments.ofOrder(shop, order.id())).isEmpty();
        agree(usual(OutsideService.ROYAL_MAIL));
        assertThat(book(order)).allMatch(BookShipments.Result::isBooked);
    }

    @Test
    void whatTheAgreementDoesNotCoverIsNamedAndKeepsTheParcelHere() {
        connect(OutsideService.EBAY, KEY);
        var without = EnumSet.copyOf(OutsideService.ROYAL_MAIL.receives());
        without.removeAll(Set.of(DataCategory.PHONE, DataCategory.GOODS));
        agree(covering(OutsideService.ROYAL_MAIL, without));
        assertThat(book(ready(1).get(0))).singleElement().satisfies(result -> assertThat(result.wrong())
                .endsWith("does not cover phone, goods and their value."));
    }

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void aChannelWithWhichNothingIsAgreedIsNotToldUntilItIs(OutsideService channel) throws Exception {
        connect(channel, KEY);
        end(channel);
        var order = ready(1).get(0);
        book(order);
        markDispatched.handedOver(packer(), List.of(parcel(order).id()));
        SANDBOX.exchanges().clear();
        tellChannels.of(shop);
        assertThat(SANDBOX.exchanges().all())
                .noneMatch(asked -> asked.request().method().equals("POST"));
        assertThat(parcel(order).channelState()).isNotEqualTo(Shipment.ChannelState.TOLD);
        assertThat(parcel(order).wrong())
                .isEqualTo("Nothing was handed to " + channel.shortTitle() + ": no agreement with it is on file.");
        agree(usual(channel));
        assertThat(pages.asked(packer(), post("/dispatch/" + parcel(order).id() + "/tell"))
                        .getStatus())
                .isEqualTo(302);
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
    }

    @Test
    void aCountryThatIsNotSafeNeedsASafeguardWithItsDay() {
        var india = new Country("IN");
        assertThatThrownBy(() -> agree(in(india, Safeguard.NOT_NEEDED, false)))
                .isInstanceOfSatisfying(Agreement.NotAnAgreement.class, refused -> assertThat(refused.field())
                        .isEqualTo("safeguard"));
        assertThatThrownBy(() -> agree(in(india, Safeguard.IDTA, false)))
                .isInstanceOfSatisfying(Agreement.NotAnAgreement.class, refused -> assertThat(refused.field())
                        .isEqualTo("safeguardOn"));
        assertThatCode(() -> agree(in(india, Safeguard.IDTA, true))).doesNotThrowAnyException();
        assertThatCode(() -> agree(in(new Country("DE"), Safeguard.NOT_NEEDED, false)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> agree(in(new Country("US"), Safeguard.NOT_NEEDED, false)))
                .isInstanceOf(Agreement.NotAnAgreement.class);
    }

    /** Which countries are safe changes; an agreement of before then covers nothing. */
    @Test
    void nothingGoesToACountryThatIsNotSafeAnyMore() {
        connect(OutsideService.EBAY, KEY);
        change("UPDATE counterfoil.disclosure_agreement SET country = 'RU' WHERE recipient = 'ROYAL_MAIL'"
                + " AND seller_id = '" + shop + "'");
        assertThat(book(ready(1).get(0))).singleElement().satisfies(result -> assertThat(result.wrong())
                .contains("Russia does not count as safe any more"));
    }

    @Test
    void whatIsOnFileStaysOnFile() {
        var first = usual(OutsideService.EBAY);
        agree(covering(OutsideService.EBAY, Set.of(DataCategory.ORDER_NUMBER)));
        end(OutsideService.EBAY);
        end(OutsideService.EBAY);
        assertThat(recipients.standing(shop, "EBAY")).isEmpty();
        assertThat(recipients.of(shop, "EBAY"))
                .extracting(each -> each.what().categories(), Agreement.OnFile::stands)
                .containsExactly(tuple(Set.of(DataCategory.ORDER_NUMBER), false), tuple(first.categories(), true));
        assertThat(recipients.standing(shops.open(), "EBAY")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE disclosure_agreement SET categories = '{NAME}'",
                "DELETE FROM disclosure_agreement",
                "DELETE FROM disclosure_agreement_end"
            })
    void theApplicationChangesNothingOnFile(String sql) {
        assertThatThrownBy(() -> transactions.run(shop, () -> db.sql(sql).update()))
                .hasStackTraceContaining("42501");
    }

    @ParameterizedTest
    @CsvSource({"-1, 365, true", "1, 365, false", "0, 0, false", "0, 1, true", "0, 900, false"})
    void daysThatCannotBeAreRefused(int agreedIn, int reviewIn, boolean fits) {
        var usual = usual(OutsideService.EBAY);
        var today = clock.today();
        var agreement = new Agreement(
                usual.recipient(),
                usual.role(),
                today.plusDays(agreedIn),
                usual.country(),
                usual.safeguard(),
                usual.safeguardOn(),
                usual.categories(),
                today.plusDays(reviewIn));
        if (fits) {
            agree(agreement);
        } else {
            assertThatThrownBy(() -> agree(agreement)).isInstanceOf(Agreement.NotAnAgreement.class);
        }
    }

    @Test
    void thePagesTellWhatIsMissingAndTakeItIn() throws Exception {
        connect(OutsideService.EBAY, KEY);
        end(OutsideService.ROYAL_MAIL);
        assertThat(pages.page(owner(), "/recipients"))
                .contains("One recipient has no agreement on file", "Order number, Tracking number");
        assertThat(pages.page(owner(), "/connections")).contains("No agreement on file");
        var asked = post("/recipients/ROYAL_MAIL")
                .param("role", "PROCESSOR")
                .param("agreedOn", clock.today().minusDays(3).toString())
                .param("country", "IN")
                .param("safeguard", "NOT_NEEDED")
                .param("categories", "NAME", "ADDRESS")
                .param("reviewOn", clock.today().plusDays(100).toString());
        var refused = pages.asked(owner(), asked);
        assertThat(refused.getContentAsString()).contains("Data that goes to India needs a safeguard.");
        assertThat(recipients.standing(shop, "ROYAL_MAIL")).isEmpty();
        asked.param("safeguardOn", clock.today().toString());
        assertThat(pages.asked(owner(), asked.with(request -> {
                            request.setParameter("safeguard", "IDTA");
                            return request;
                        }))
                        .getRedirectedUrl())
                .isEqualTo("/recipients");
        assertThat(recipients.standing(shop, "ROYAL_MAIL").orElseThrow().recordedBy())
                .contains(owner().id());
        assertThat(pages.page(owner(), "/recipients")).contains("India").doesNotContain("no agreement on file");
        assertThat(pages.page(owner(), "/recipients/ROYAL_MAIL")).contains("Earlier", "Ended");
        forward(101);
        assertThat(pages.page(owner(), "/recipients")).contains("One review is overdue");
        assertThat(pages.asked(owner(), post("/recipients/ROYAL_MAIL/end")).getRedirectedUrl())
                .isEqualTo("/recipients");
        assertThat(pages.page(owner(), "/recipients")).contains("One recipient has no agreement on file");
    }

    private List<BookShipments.Result> book(OrderFacts order) {
        return bookShipments.book(packer(), ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
    }

    private void end(OutsideService service) {
        recipients.end(shop, service.name(), owner().id());
    }

    private void agree(Agreement agreement) {
        recipients.agree(shop, agreement, Optional.empty());
    }

    private Agreement usual(OutsideService service) {
        return service.usualAgreement(clock.today());
    }

    private Agreement covering(OutsideService service, Set<DataCategory> categories) {
        var usual = usual(service);
        return new Agreement(
                usual.recipient(),
                usual.role(),
                usual.agreedOn(),
                usual.country(),
                usual.safeguard(),
                usual.safeguardOn(),
                categories,
                usual.reviewOn());
    }

    private Agreement in(Country country, Safeguard safeguard, boolean dated) {
        var usual = usual(OutsideService.EBAY);
        return new Agreement(
                usual.recipient(),
                usual.role(),
                usual.agreedOn(),
                country,
                safeguard,
                dated ? Optional.of(clock.today()) : Optional.empty(),
                usual.categories(),
                usual.reviewOn());
    }
}
