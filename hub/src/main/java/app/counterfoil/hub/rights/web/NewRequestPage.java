package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in what somebody has asked for in a letter, an e-mail or a call. */
@Controller
class NewRequestPage {

    private static final int LONGEST = 200;
    private static final int LONGEST_SAID = 4_000;
    private static final int MOST_ORDERS = 50;

    static final String PATH = RequestListPage.PATH + "/new";

    private final TakeInRequests takeIn;
    private final Orders orders;
    private final PeopleOfTheShop people;
    private final May may;
    private final BusinessClock clock;

    NewRequestPage(TakeInRequests takeIn, Orders orders, PeopleOfTheShop people, May may, BusinessClock clock) {
        this.takeIn = takeIn;
        this.orders = orders;
        this.people = people;
        this.may = may;
        this.clock = clock;
    }

    /** {@code order}: the order that the person has named, if it is open beside. */
    @GetMapping(PATH)
    String form(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<UUID> order, Model model) {
        model.addAttribute(
                "orderNumber",
                order.flatMap(id -> orders.one(me.seller(), new OrderId(id)))
                        .map(OrderFacts::channelOrderId)
                        .orElse(""));
        model.addAttribute("kinds", RequestKind.values());
        model.addAttribute("laws", Law.values());
        model.addAttribute("staff", me.carries(Purpose.STAFF) ? colleagues(me) : List.of());
        model.addAttribute("today", clock.today());
        return "rights/new-request";
    }

    @PostMapping(RequestListPage.PATH)
    String takeIn(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam RequestKind kind,
            @RequestParam Law law,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String orderNumbers,
            @RequestParam(defaultValue = "") String said,
            RedirectAttributes next) {
        if (receivedOn.isAfter(clock.today())) {
            throw NotUsable.field("receivedOn", "Give the day of receipt, today at the latest.");
        }
        var requester = new Requester(
                usable("name", name),
                usable("email", email),
                usable("phone", phone),
                usable("postcode", postcode),
                usable("userName", userName),
                numbers(orderNumbers),
                usable("said", said, LONGEST_SAID));
        var incoming = new TakeInRequests.Incoming(kind, Door.STAFF, law, receivedOn, requester);
        var id = takeIn.takeIn(me.seller(), incoming, Optional.of(me.id()));
        next.addFlashAttribute("toast", "It is taken in, and its clock runs.");
        return "redirect:" + (may.open(RequestListPage.PATH + "/" + id) ? RequestListPage.PATH + "/" + id : "/orders");
    }

    /** Somebody who may ask about their own account. */
    public record Colleague(UUID id, String name) {}

    private List<Colleague> colleagues(SignedIn me) {
        return Stream.concat(
                        people.of(me).stream().map(each -> new Colleague(each.id(), each.shownName())),
                        people.whoLeft(me).stream()
                                .map(each -> new Colleague(each.id(), each.shownName() + " (has left)")))
                .toList();
    }

    /** What somebody of the shop, or who has worked there, asks about their own account. */
    @PostMapping(RequestListPage.PATH + "/staff")
    String takeInFromStaff(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam UUID staff,
            @RequestParam RequestKind kind,
            @RequestParam Law law,
            @RequestParam(defaultValue = "") String said,
            RedirectAttributes next) {
        var id = takeIn.takeInFromStaff(me.seller(), kind, law, staff, usable("said", said, LONGEST_SAID), me.id());
        next.addFlashAttribute("toast", "It is taken in, and its clock runs.");
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }

    private static List<String> numbers(String typed) {
        var numbers = Arrays.stream(typed.split("[\\s,;]+"))
                .filter(number -> !number.isBlank())
                .toList();
        if (numbers.size() > MOST_ORDERS || numbers.stream().anyMatch(number -> number.length() > LONGEST)) {
            throw NotUsable.field("orderNumbers", "Give at most " + MOST_ORDERS + " numbers, one on each line.");
        }
        return numbers;
    }

    private static String usable(String field, String typed) {
        return usable(field, typed, LONGEST);
    }

    private static String usable(String field, String typed, int longest) {
        if (typed.length() > longest) {
            throw NotUsable.field(field, "Give at most " + longest + " characters.");
        }
        return typed.strip();
    }
}
