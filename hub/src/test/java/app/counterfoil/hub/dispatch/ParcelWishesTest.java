package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelWishesTest {

    private final ParcelWishes wishes = new ParcelWishes(
            new ParcelWish("INLAND", "smallParcel", new Weight(450)),
            new ParcelWish("ABROAD", "smallParcel", new Weight(450)));

    @ParameterizedTest
    @CsvSource({"GB, INLAND", "XI, INLAND", "FR, ABROAD", "US, ABROAD"})
    void eachParcelOfARunIsSentByTheServiceOfItsSideOfTheBorder(String territory, String service) {
        assertThat(wishes.to(new Territory(territory)).serviceCode()).isEqualTo(service);
    }
}
