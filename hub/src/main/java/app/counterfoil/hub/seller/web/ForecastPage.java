package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.WorthALook;
import app.counterfoil.hub.retention.WorthALook.Look;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.store.Expected;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the next thirty days will end, on how many people, and which of it somebody should look at first. */
@Controller
class ForecastPage {

    private static final int DAYS = 30;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Custody custody;
    private final BusinessClock clock;
    private final List<WorthALook> keepers;

    ForecastPage(Custody custody, BusinessClock clock, ObjectProvider<WorthALook> keepers) {
        this.custody = custody;
        this.clock = clock;
        this.keepers = keepers.orderedStream().toList();
    }

    /**
     * The forecast.
     *
     * @param last the last day that it reaches to
     * @param days by day and purpose
     * @param looks what has a reason to be looked at first, those that end soonest first
     * @param carriedOn how many orders of it are open, and carried on before they end
     */
    public record Forecast(LocalDate last, List<Expected> days, List<Look> looks, long carriedOn) {

        /** How many records in all. */
        public long records() {
            return days.stream().mapToLong(Expected::records).sum();
        }
    }

    /** The forecast of a seller. */
    Forecast of(SellerId seller) {
        var last = clock.today().plusDays(DAYS);
        return new Forecast(
                last,
                custody.in(seller, vault -> vault.forecast().until(last)),
                keepers.stream()
                        .flatMap(keeper -> keeper.endingUntil(seller, last).stream())
                        .sorted(Comparator.comparing(Look::endsOn).thenComparing(Look::title))
                        .toList(),
                keepers.stream()
                        .mapToLong(keeper -> keeper.carriedOnUntil(seller, last))
                        .sum());
    }

    @GetMapping("/ends/forecast")
    ResponseEntity<String> export(@AuthenticationPrincipal SignedIn me) {
        var forecast = of(me.seller());
        var text = new StringBuilder("day,purpose,records,people,orders to look at\r\n");
        for (var day : forecast.days()) {
            text.append(String.join(
                            ",",
                            day.on().toString(),
                            day.purpose().name(),
                            Long.toString(day.records()),
                            Long.toString(day.subjects()),
                            Long.toString(looks(forecast, day))))
                    .append("\r\n");
        }
        var name = "ends-" + clock.today() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.toString());
    }

    /** Orders are looked at by the day on which their delivery data ends. */
    private static long looks(Forecast forecast, Expected day) {
        return forecast.looks().stream()
                .filter(look ->
                        day.purpose() == Purpose.DELIVERY && look.endsOn().equals(day.on()))
                .count();
    }
}
