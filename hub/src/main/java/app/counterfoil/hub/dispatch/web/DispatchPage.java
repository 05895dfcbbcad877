package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.CallOffBookings;
import app.counterfoil.hub.dispatch.CourierAccounts;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.PrintLabels;
import app.counterfoil.hub.dispatch.ToTellChannels;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The packer's page: what is to be booked, what waits for the courier, what has left. It opens nothing personal. */
@Controller
class DispatchPage {

    private static final LongWork.Back BACK = new LongWork.Back("/dispatch", "Back to dispatch");

    private final Orders orders;
    private final ParcelLists lists;
    private final CourierAccounts couriers;
    private final BookShipments bookShipments;
    private final AskCourier askCourier;
    private final PrintLabels printLabels;
    private final MarkDispatched markDispatched;
    private final CallOffBookings callOffBookings;
    private final ToTellChannels toTellChannels;
    private final LongWork longWork;

    DispatchPage(
            Orders orders,
            ParcelLists lists,
            CourierAccounts couriers,
            BookShipments bookShipments,
            AskCourier askCourier,
            PrintLabels printLabels,
            MarkDispatched markDispatched,
            CallOffBookings callOffBookings,
            ToTellChannels toTellChannels,
            LongWork longWork) {
        this.orders = orders;
        this.lists = lists;
        this.couriers = couriers;
        this.bookShipments = bookShipments;
        this.askCourier = askCourier;
        this.printLabels = printLabels;
        this.markDispatched = markDispatched;
        this.callOffBookings = callOffBookings;
        this.toTellChannels = toTellChannels;
        this.longWork = longWork;
    }

    @GetMapping("/dispatch")
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "1") int page, Model model) {
        lists.into(model, me.seller(), page);
        choices(me).into(model);
        model.addAttribute("couriers", couriers);
        return "dispatch/dispatch";
    }

    @PostMapping("/dispatch/book")
    String book(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<UUID> order,
            @RequestParam String service,
            @RequestParam(defaultValue = "") String serviceAbroad,
            @RequestParam String format,
            @RequestParam(defaultValue = "") String grams,
            @RequestParam Optional<UUID> account,
            @RequestParam(defaultValue = "false") boolean evenIfNotAsked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var choices = choices(me);
        ParcelWish inland;
        ParcelWish abroad;
        try {
            if (order.isEmpty()) {
                throw new NothingChosen("order");
            }
            inland = choices.wish(service, format, grams, account, evenIfNotAsked);
            abroad = choices.wish(
                    serviceAbroad.isBlank() ? service : serviceAbroad, format, grams, account, evenIfNotAsked);
        } catch (Refusal refused) {
            model.addAttribute("typed", new Typed(Set.copyOf(order), service, serviceAbroad, format, grams, account));
            model.addAttribute("evenIfNotAsked", evenIfNotAsked);
            return refused(me, refused, page, model);
        }
        var title = "Booking " + order.size() + (order.size() == 1 ? " parcel" : " parcels");
        return "redirect:"
                + longWork.start(title, me.seller().toString(), me.id().toString(), BACK, progress -> {
                    progress.report(0, order.size(), "Asking the channel, then the courier…");
                    return done(booked(me, order, inland, abroad, progress));
                });
    }

    /** The page once more, with what was wrong above it and what was typed in its place. */
    private String refused(SignedIn me, Refusal refused, int page, Model model) {
        model.addAttribute("refused", refused);
        return show(me, page, model);
    }

    /** What was ticked and chosen before a booking was refused. */
    record Typed(
            Set<UUID> orders,
            String service,
            String serviceAbroad,
            String format,
            String grams,
            Optional<UUID> account) {}

    private List<BookShipments.Result> booked(
            SignedIn me, List<UUID> chosen, ParcelWish inland, ParcelWish abroad, LongWork.Progress progress) {
        var groups = orders.of(me.seller(), chosen.stream().map(OrderId::new).toList()).stream()
                .collect(Collectors.partitioningBy(
                        each -> each.territory().isInland(), Collectors.mapping(OrderFacts::id, Collectors.toList())));
        var results = new ArrayList<BookShipments.Result>();
        for (var group : groups.entrySet()) {
            int before = results.size();
            results.addAll(bookShipments.book(
                    me,
                    group.getValue(),
                    group.getKey() ? inland : abroad,
                    done -> progress.report(before + done, chosen.size(), before + done + " of " + chosen.size())));
        }
        return results;
    }

    @PostMapping("/dispatch/labels")
    ResponseEntity<byte[]> labels(
            @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") List<UUID> shipment) {
        if (shipment.isEmpty()) {
            throw new NothingToPrint();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"labels.pdf\"")
                .body(printLabels.pdf(me, shipment));
    }

    @PostMapping("/dispatch/handed-over")
    String handedOver(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<UUID> shipment,
            Model model,
            RedirectAttributes next) {
        MarkDispatched.HandedOver result;
        try {
            if (shipment.isEmpty()) {
                throw new NothingChosen("parcel");
            }
            result = markDispatched.handedOver(me, shipment);
        } catch (NothingChosen | MarkDispatched.NothingToHandOver refused) {
            return refused(me, refused, 1, model);
        }
        if (result.left() > 0) {
            next.addFlashAttribute(
                    "toast",
                    result.left() + (result.left() == 1 ? " parcel has" : " parcels have")
                            + " left; the channels are told by themselves.");
        }
        next.addFlashAttribute("behind", result.behind());
        return "redirect:/dispatch";
    }

    @PostMapping("/dispatch/ask")
    String ask(@AuthenticationPrincipal SignedIn me) {
        return "redirect:"
                + longWork.start(
                        "Asking the courier", me.seller().toString(), me.id().toString(), BACK, progress -> {
                            int known = askCourier.aboutAll(
                                    me.seller(), asked -> progress.report(asked, 0, asked + " asked about"));
                            var sentence = known == 0
                                    ? "The courier cannot say yet; we ask again by ourselves."
                                    : known + (known == 1 ? " is known now." : " are known now.");
                            return new LongWork.Done(sentence, BACK.path(), BACK.link());
                        });
    }

    @PostMapping("/dispatch/{shipment}/seen-to")
    String seenTo(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shipment, RedirectAttributes next) {
        callOffBookings.seenTo(me, shipment);
        next.addFlashAttribute("toast", "Noted in the order's history.");
        return "redirect:/dispatch";
    }

    @PostMapping("/dispatch/{shipment}/tell")
    String tell(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shipment, RedirectAttributes next) {
        toTellChannels.again(me.seller(), shipment);
        next.addFlashAttribute("toast", "The channel is told again within half a minute.");
        return "redirect:/dispatch";
    }

    private Choices choices(SignedIn me) {
        return new Choices(couriers.of(me.seller()), couriers.couriers());
    }

    private static LongWork.Done done(List<BookShipments.Result> results) {
        long booked = results.stream().filter(BookShipments.Result::isBooked).count();
        var remain = results.stream()
                .filter(result -> !result.isBooked())
                .map(result -> "Order " + result.channelOrderId() + " remains: " + result.wrong() + " " + result.mend())
                .collect(Collectors.joining("\n"));
        if (booked == 0) {
            throw new NothingBooked(remain);
        }
        var sentence = booked + (booked == 1 ? " parcel is booked." : " parcels are booked.");
        return new LongWork.Done(
                remain.isEmpty() ? sentence : sentence + "\n" + remain, "/dispatch", "Go on to print the labels");
    }

    /** Nothing was chosen. */
    static final class NothingChosen extends Refusal {
        NothingChosen(String what) {
            super("No " + what + " was chosen.", "Tick at least one.");
        }
    }

    /** Nothing was chosen for a page of labels, which opens in a window of its own. */
    static final class NothingToPrint extends Refusal {
        NothingToPrint() {
            super("No parcel was chosen.", "Close this page, tick at least one under Dispatch, and print again.");
        }
    }

    /** Not one label was made, for reasons that each have their sentence; the outcome of a booking may be unknown. */
    static final class NothingBooked extends Refusal {
        NothingBooked(String remain) {
            super("None of them has a label yet.", remain);
        }
    }
}
