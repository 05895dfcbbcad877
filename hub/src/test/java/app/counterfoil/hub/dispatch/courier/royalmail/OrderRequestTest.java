package app.counterfoil.hub.dispatch.courier.royalmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.CannotBook;
import app.counterfoil.hub.dispatch.CourierService;
import app.counterfoil.hub.dispatch.Parcel;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderLine;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Royal Mail is handed is what the carriage needs, within the limits of its contract, and nothing is cut. */
class OrderRequestTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private final OrderRequest request = new OrderRequest(List.of(
            new CourierService("TPN24", "Tracked 24", true, false, true),
            new CourierService("STL1", "1st Class", false, false, false),
            new CourierService("MTE", "International Tracked", true, true, true)));

    @Test
    void aTextLongerThanTheContractAllowsIsRefusedBeforeBuyingAndNamesItsField() {
        for (var field : List.of("name", "company", "line 1", "line 2", "town", "county", "postcode", "instructions")) {
            assertThatThrownBy(() -> request.of(parcel("TPN24", 450, "GB", longIn(field, 1), "Mug")))
                    .as(field)
                    .isInstanceOf(CannotBook.class)
                    .hasMessageContaining("longer than")
                    .hasMessageNotContaining("aaaa");
            assertThatCode(() -> request.of(parcel("TPN24", 450, "GB", longIn(field, 0), "Mug")))
                    .as(field)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aServiceThatTellsNobodyIsGivenNoPhoneAndNoEmail() {
        var told = request.of(parcel("TPN24", 450, "GB", longIn("", 0), "Mug"));
        assertThat(told.path("recipient").path("emailAddress").asString()).isEqualTo("demo@shop.example");
        var silent = request.of(parcel("STL1", 450, "GB", longIn("", 0), "Mug"));
        assertThat(silent.path("recipient").has("emailAddress")).isFalse();
        assertThat(silent.path("recipient").has("phoneNumber")).isFalse();
    }

    @Test
    void aParcelAbroadCarriesItsContentsForCustomsAndOneAtHomeDoesNot() {
        var title = "A stoneware mug with a blue rim, hand thrown, holds a third of a litre";
        var abroad = request.of(parcel("MTE", 450, "DE", longIn("", 0), title));
        var item = abroad.path("packages").path(0).path("contents").path(0);
        assertThat(item.path("extendedCustomsDescription").asString()).isEqualTo(title);
        assertThat(item.path("customsDescription").asString().length()).isLessThanOrEqualTo(50);
        assertThat(item.path("quantity").asInt()).isEqualTo(2);
        assertThat(item.path("unitValue").decimalValue()).isEqualByComparingTo("6.00");
        assertThat(item.has("SKU")).isFalse();
        // With a gift message, too: customs call a gift what one private person sends to another.
        assertThat(item.path("customsDeclarationCategory").asString()).isEqualTo("saleOfGoods");
        var home = request.of(parcel("TPN24", 450, "GB", longIn("", 0), title));
        assertThat(home.path("packages").path(0).has("contents")).isFalse();
    }

    @Test
    void aParcelWithAPartOfTheOrderDeclaresThatPartItsWorthAndItsWeight() {
        var whole = parcel("MTE", 450, "DE", longIn("", 0), "Mug");
        var order = order(
                "DE",
                List.of(
                        new OrderLine("1", "SKU-1", "Mug", 2, new Money(1200, GBP)),
                        new OrderLine("2", "SKU-2", "Plate", 3, new Money(3000, GBP)),
                        new OrderLine("3", "SKU-3", "Bowl", 1, new Money(500, GBP))));
        var part = new Parcel(
                "CF-1",
                whole.wish(),
                order,
                Map.of("1", 1, "2", 2),
                whole.recipient(),
                whole.sender(),
                Optional.empty());
        var told = request.of(part);
        var contents = told.path("packages").path(0).path("contents");
        assertThat(contents.valueStream()
                        .map(item -> item.path("name").asString() + " "
                                + item.path("quantity").asInt() + " "
                                + item.path("unitValue").decimalValue() + " "
                                + item.path("unitWeightInGrams").asInt()))
                .containsExactly("Mug 1 6.00 150", "Plate 2 10.00 150");
        assertThat(told.path("subtotal").decimalValue()).isEqualByComparingTo("26.00");
        assertThat(told.path("total").decimalValue()).isEqualByComparingTo("29.00");
    }

    @Test
    void aParcelThatIsTooHeavyOrHasNoStreetOrTownIsRefused() {
        assertThatThrownBy(() -> request.of(parcel("TPN24", 30_001, "GB", longIn("", 0), "Mug")))
                .hasMessageContaining("30 kg");
        var noStreet = new Recipient("Demo Name", "", List.of(), "Leeds", "", "LS1 9ZZ", "GB", "", "", "", "");
        assertThatThrownBy(() -> request.of(parcel("TPN24", 1, "GB", noStreet, "Mug")))
                .hasMessageContaining("street line");
        assertThatThrownBy(() -> request.of(parcel("NOT", 1, "GB", longIn("", 0), "Mug")))
                .hasMessageContaining("service");
    }

    @Test
    void jerseyAndGuernseyNeedCustomsDataThoughTheChannelWritesGb() {
        for (var dependency : List.of("JE", "GG")) {
            var told = request.of(goingTo(dependency, parcel("TPN24", 450, "GB", longIn("", 0), "Mug")));
            assertThat(told.path("recipient")
                            .path("address")
                            .path("countryCode")
                            .asString())
                    .isEqualTo(dependency);
            assertThat(told.path("packages").path(0).path("contents").size()).isEqualTo(1);
        }
        for (var inland : List.of("IM", "XI")) {
            var told = request.of(goingTo(inland, parcel("TPN24", 450, "GB", longIn("", 0), "Mug")));
            assertThat(told.path("packages").path(0).has("contents")).as(inland).isFalse();
        }
    }

    @Test
    void forcesPostAndUnclearAddressesInBritainGoWithInlandServices() {
        for (var territory : List.of("BFPO", "UNCLEAR")) {
            assertThat(new Territory(territory).isInland()).as(territory).isTrue();
            var parcel = goingTo(territory, parcel("TPN24", 450, "GB", longIn("", 0), "Mug"));
            assertThatCode(() -> request.of(parcel)).as(territory).doesNotThrowAnyException();
        }
    }

    @Test
    void aServiceThatDoesNotGoThereIsRefusedBeforeBuying() {
        assertThatThrownBy(() -> request.of(parcel("TPN24", 450, "DE", longIn("", 0), "Mug")))
                .isInstanceOf(CannotBook.class)
                .hasMessageContaining("does not go abroad");
        assertThatThrownBy(() -> request.of(parcel("MTE", 450, "GB", longIn("", 0), "Mug")))
                .isInstanceOf(CannotBook.class)
                .hasMessageContaining("goes abroad only");
    }

    /** The same parcel of an order whose postcode says another territory than its country. */
    private static Parcel goingTo(String territory, Parcel parcel) {
        var order = order(territory, parcel.order().lines().get(0).title());
        return new Parcel(
                parcel.reference(),
                parcel.wish(),
                order,
                parcel.contents(),
                parcel.recipient(),
                parcel.sender(),
                Optional.empty());
    }

    private static Recipient longIn(String field, int tooMuch) {
        return new Recipient(
                text(field, "name", 210 + tooMuch),
                text(field, "company", 100 + tooMuch),
                List.of(text(field, "line 1", 100 + tooMuch), text(field, "line 2", 100 + tooMuch)),
                text(field, "town", 100 + tooMuch),
                text(field, "county", 100 + tooMuch),
                text(field, "postcode", 20 + tooMuch),
                "GB",
                "01632 960001",
                "demo@shop.example",
                text(field, "instructions", 500 + tooMuch),
                "");
    }

    private static String text(String field, String called, int length) {
        return field.equals(called) ? "a".repeat(length) : "Demo";
    }

    private static Parcel parcel(String service, int grams, String country, Recipient to, String title) {
        var recipient = new Recipient(
                to.name(),
                to.company(),
                to.lines(),
                to.town(),
                to.county(),
                to.postcode(),
                country,
                to.phone(),
                to.email(),
                to.instructions(),
                "");
        var order = order(country, title);
        var business = new Business("Demo Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", "");
        return new Parcel(
                "CF-1",
                new ParcelWish(service, "smallParcel", new Weight(grams)),
                order,
                Map.of("1", 2),
                recipient,
                business,
                Optional.empty());
    }

    /** Amazon's contract: sellers must give the number to their carrier when Amazon has collected the VAT. */
    @Test
    void theNumberUnderWhichTheChannelPaidTheVatGoesWithTheParcelAndNoneIsRefused() {
        var whole = parcel("MTE", 450, "IE", longIn("", 0), "Mug");
        var order = taxedByChannel("IE");
        var told = request.of(new Parcel(
                "CF-1",
                whole.wish(),
                order,
                whole.contents(),
                whole.recipient(),
                whole.sender(),
                Optional.of("IM0000000000")));
        assertThat(told.path("postageDetails").path("IOSSNumber").asString()).isEqualTo("IM0000000000");
        assertThat(request.of(whole).path("postageDetails").has("IOSSNumber")).isFalse();
        assertThatThrownBy(() -> new Parcel(
                        "CF-1",
                        whole.wish(),
                        order,
                        whole.contents(),
                        whole.recipient(),
                        whole.sender(),
                        Optional.empty()))
                .isInstanceOf(CannotBook.class)
                .hasMessageContaining("IOSS");
        var home = parcel("TPN24", 450, "GB", longIn("", 0), "Mug");
        assertThatCode(() -> new Parcel(
                        "CF-1", home.wish(), order, home.contents(), home.recipient(), home.sender(), Optional.empty()))
                .doesNotThrowAnyException();
    }

    private static OrderFacts order(String territory, String title) {
        return order(territory, List.of(new OrderLine("1", "SKU-1", title, 2, new Money(1200, GBP))));
    }

    private static OrderFacts order(String territory, List<OrderLine> lines) {
        return order(territory, lines, false);
    }

    private static OrderFacts taxedByChannel(String territory) {
        return order(territory, List.of(new OrderLine("1", "SKU-1", "Mug", 2, new Money(1200, GBP))), true);
    }

    private static OrderFacts order(String territory, List<OrderLine> lines, boolean vatByChannel) {
        return new OrderFacts(
                new OrderId(new UUID(0, 1)),
                new UUID(0, 2),
                OutsideService.AMAZON,
                "1",
                OrderState.READY,
                List.of(),
                false,
                Instant.parse("2026-01-02T03:04:05Z"),
                Optional.empty(),
                new Money(1500, GBP),
                new Money(300, GBP),
                new Territory(territory),
                false,
                vatByChannel,
                false,
                "",
                false,
                new Money(0, GBP),
                new SubjectId(new UUID(0, 3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lines);
    }
}
