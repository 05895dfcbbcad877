package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFacts;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A label that cannot be read keeps none of the others from being printed, and a last page names its order. */
class UnreadableLabelsTest extends PackingBench {

    private static final OwnCourier.Answer GARBAGE = new OwnCourier.Answer(200, "%PDF-garbage");

    @Autowired
    private PrintLabels printLabels;

    @Test
    void theOtherTwoArePrintedAndALastPageNamesTheOneThatCannotBeRead() throws IOException {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var three = ready(3);
        for (var order : three) {
            if (order.equals(three.get(1))) {
                COURIER.answer(OwnCourier.Call.LABEL, 1, GARBAGE);
            }
            bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        }
        try (var pdf = Loader.loadPDF(printLabels.pdf(
                packer, three.stream().map(this::parcel).map(Shipment::id).toList()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            var last = new PDFTextStripper();
            last.setStartPage(3);
            assertThat(last.getText(pdf).replaceAll("\\s+", " ").strip())
                    .isEqualTo("THIS IS NO LABEL Not printed with the labels before: The label of order "
                            + three.get(1).channelOrderId()
                            + " is not a PDF that we can read.");
        }
        assertThat(three).extracting(this::isPrinted).containsExactly(true, false, true);
    }

    @Test
    void whereNoneCanBeReadTheRefusalNamesTheOrder() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var one = ready(1);
        COURIER.answer(OwnCourier.Call.LABEL, 1, GARBAGE);
        bookShipments.book(packer, ids(one), ParcelWishes.all(WISH), done -> {});
        var parcel = parcel(one.get(0)).id();
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(parcel)))
                .isInstanceOf(LabelGone.class)
                .hasMessageContaining(one.get(0).channelOrderId());
        assertThat(isPrinted(one.get(0))).isFalse();
    }

    private boolean isPrinted(OrderFacts order) {
        return parcel(order).printedAt().isPresent();
    }
}
