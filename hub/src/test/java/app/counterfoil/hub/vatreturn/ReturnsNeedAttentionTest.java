package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.order.NeedsAttention.Item;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A return that is due within two weeks is named under Needs attention, and one that is late until it is declared. */
class ReturnsNeedAttentionTest extends ReturnBench {

    private static final VatPeriod SPRING = new VatPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
    private static final VatPeriod SUMMER = new VatPeriod(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30));

    @Autowired
    private ReturnsNeedAttention attention;

    @Test
    void itIsNamedTwoWeeksBeforeItsDayAndOnTheDayAndNotEarlier() {
        assertThat(told(SPRING, LocalDate.of(2026, 4, 22))).isEmpty();
        for (var day : List.of(LocalDate.of(2026, 4, 23), LocalDate.of(2026, 5, 7))) {
            assertThat(told(SPRING, day)).singleElement().satisfies(item -> {
                assertThat(item.wrong()).isEqualTo("It is due by 7 May 2026");
                assertThat(item.path()).isEqualTo("/vat/2026-01-01");
            });
        }
    }

    @Test
    void lateOnesAreOneLineThatLeadsToTheFirst() {
        assertThat(told(SPRING, LocalDate.of(2026, 5, 8)))
                .extracting(Item::wrong)
                .containsExactly("It was due by 7 May 2026");
        assertThat(ReturnsNeedAttention.of(List.of(SPRING, SUMMER), LocalDate.of(2026, 9, 1)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.title()).startsWith("2 VAT returns, the first for 1 Jan 2026");
                    assertThat(item.wrong()).isEqualTo("The first was due by 7 May 2026");
                    assertThat(item.path()).isEqualTo("/vat/2026-01-01");
                });
    }

    @Test
    void whatWasDeclaredIsNamedNoMore() {
        assertThat(attention.of(shop)).extracting(Item::path).contains("/vat/" + first());
        submitElsewhere(period(0));
        assertThat(attention.of(shop)).extracting(Item::path).doesNotContain("/vat/" + first());
        assertThat(attention.of(shops.openWithVat())).isEmpty();
    }

    private static List<Item> told(VatPeriod period, LocalDate today) {
        return ReturnsNeedAttention.of(List.of(period), today);
    }
}
