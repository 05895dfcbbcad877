package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is about a person stays in the types made for it, and for each way out a source that takes it. */
class PersonalStaysInTest {

    private static final String GUEST =
            """
            package app.counterfoil.hub.order;

            import app.counterfoil.hub.custody.SealedJson;
            import app.counterfoil.vault.Holds;
            import app.counterfoil.vault.DataSubjects;
            import app.counterfoil.vault.Personal;
            import app.counterfoil.vault.Purpose;
            import app.counterfoil.vault.RecordKind;
            import java.util.List;
            import org.slf4j.Logger;
            import org.slf4j.LoggerFactory;
            import org.springframework.context.ApplicationEventPublisher;
            import org.springframework.context.event.EventListener;

            record Guest(String name, int nights) {
                static final RecordKind<Guest> KIND = new SealedJson<>("order.guest", Purpose.DELIVERY, Guest.class,
                        Holds.of(DataSubjects.BUYERS, "Name"));
                @Override public String toString() { return "Guest[hidden]"; }
            }

            record Stay(String number, List<Guest> guests) {
                @Override public String toString() { return "Stay[" + number + "]"; }
            }

            record Told(String number) {}

            class Desk {
                private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
                private Guest guest = new Guest("", 0);
                private Stay stay = new Stay("", List.of());
                private Personal<String> name = Personal.of("");

                void work(
                        ApplicationEventPublisher events,
                        tools.jackson.databind.ObjectMapper json,
                        java.io.ObjectOutputStream stream,
                        io.micrometer.core.instrument.MeterRegistry metrics,
                        org.springframework.web.util.UriComponentsBuilder address,
                        org.springframework.web.servlet.mvc.support.RedirectAttributes next)
                        throws java.io.IOException {
                    json.writeValueAsString(stay.number());
                    metrics.counter("stays", "nights", "" + guest.nights()).increment();
                    address.queryParam("stay", stay.number());
                    next.addAttribute("stay", stay.number());
                    next.addFlashAttribute("toast", guest.name() + " is here.");
                    String there = "redirect:/stays/" + stay.number();
                    LOG.info("stay={} nights={} guests={}", stay.number(), guest.nights(), stay.guests().size());
                    events.publishEvent(new Told(stay.number()));
                    if (guest.nights() < 0) {
                        throw new IllegalStateException(guest.name().isBlank() ? "no name" : "no nights");
                    }
                    // here
                }
            }
            // and here
            """;

    @Test
    void theHouseKeepsThem() {
        var house = Sources.understood("hub/src/main/java", "vault/src/main/java");
        assertThat(new PersonalTypes(house).contents())
                .contains(
                        "app.counterfoil.hub.order.Recipient",
                        "app.counterfoil.hub.order.Buyer",
                        "app.counterfoil.hub.seller.StaffRecord",
                        "app.counterfoil.hub.dispatch.LabelDocument",
                        "app.counterfoil.hub.invoice.document.InvoiceParty");
        assertThat(PersonalStaysIn.violations(house)).isEmpty();
    }

    @Test
    void whatIsDoneRightIsNotTold() {
        assertThat(PersonalStaysIn.violations(Sources.madeUp("Guest.java", GUEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOG.info(\"guest {}\", guest);",
                "LOG.info(\"guest \" + guest.name());",
                "LOG.atWarn().log(\"guest {}\", guest.name());",
                "LOG.debug(\"guests {}\", stay.guests());",
                "LOG.debug(\"stay {}\", stay);",
                "LOG.warn(\"name {}\", name.<String>shownTo(each -> each));",
                "throw new IllegalStateException(guest.name());",
                "throw new IllegalStateException(\"of \" + stay.guests().get(0).name().strip());",
                "events.publishEvent(stay);",
                "events.publishEvent(guest);",
                "json.writeValueAsString(guest);",
                "json.writeValueAsString(stay.guests());",
                "json.writer().writeValueAsBytes(stay);",
                "json.valueToTree(guest);",
                "stream.writeObject(guest);",
                "metrics.counter(\"stays\", \"guest\", guest.name()).increment();",
                "io.micrometer.core.instrument.Tag.of(\"guest\", guest.name());",
                "io.micrometer.core.instrument.Counter.builder(\"stays\").tag(\"guest\", guest.name());",
                "java.net.URLEncoder.encode(guest.name(), java.nio.charset.StandardCharsets.UTF_8);",
                "java.net.URI.create(\"/guests/\" + guest.name());",
                "address.path(\"/guests\").queryParam(\"name\", guest.name());",
                "next.addAttribute(\"name\", guest.name());",
                "String away = \"redirect:/guests/\" + guest.name() + \"/stay\";",
                "new org.springframework.web.servlet.view.RedirectView(\"/guests/\" + guest.name());"
            })
    void everyWayOutIsFound(String leak) {
        assertThat(PersonalStaysIn.violations(Sources.madeUp("Guest.java", GUEST.replace("// here", leak))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Room(Guest guest) {}",
                "record Rooms(java.util.Map<String, List<Guest>> guests) {}",
                "record House(List<Stay> stays) {}",
                "class NoRoom extends RuntimeException { NoRoom(Guest guest) {} }",
                "class NoRoom extends RuntimeException { private final Stay stay = new Stay(\"\", List.of()); }",
                "class Hears { @EventListener void when(Stay stay) {} }",
                "record Waiter(String name) { static final RecordKind<Waiter> KIND ="
                        + " new SealedJson<>(\"order.waiter\", Purpose.STAFF, Waiter.class, Holds.of(DataSubjects.STAFF, \"Name\")); }",
                "record Waiter(String name) { static final RecordKind<Waiter> KIND ="
                        + " new SealedJson<>(\"order.waiter\", Purpose.STAFF, Waiter.class, Holds.of(DataSubjects.STAFF, \"Name\"));"
                        + " @Override public String toString() { return name; } }"
            })
    void everyTypeThatLetsOutIsFound(String type) {
        assertThat(PersonalStaysIn.violations(Sources.madeUp("Guest.java", GUEST.replace("// and here", type))))
                .hasSize(1);
    }
}
