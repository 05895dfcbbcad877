package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.CourierAccounts;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The packer's page: what is to be booked, what waits for the courier, what has left. It opens nothing personal. */
@Controller
class DispatchPage {

    static final LongWork.Back BACK = new LongWork.Back("/dispatch", "Back to dispatch");

    private final ParcelLists lists;
    private final CourierAccounts couriers;
    private final BookShipments bookShipments;
    private final MarkDispatched markDispatched;
    private final LongWork longWork;

    DispatchPage(
            ParcelLists lists,
            CourierAccounts couriers,
            BookShipments bookShipments,
            MarkDispatched markDispatched,
            LongWork longWork) {
        this.lists = lists;
        this.couriers = couriers;
        this.bookShipments = bookShipments;
        this.markDispatched = markDispatched;
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
        ParcelWishes wishes;
        try {
            if (order.isEmpty()) {
                throw new NothingChosen("order");
            }
            wishes = new ParcelWishes(
                    choices.wish(service, format, grams, account, evenIfNotAsked),
                    choices.wish(
                            serviceAbroad.isBlank() ? service : serviceAbroad, format, grams, account, evenIfNotAsked));
        } catch (Refusal refused) {
            model.addAttribute("typed", new Typed(Set.copyOf(order), service, serviceAbroad, format, grams, account));
            model.addAttribute("evenIfNotAsked", evenIfNotAsked);
            return refused(me, refused, page, model);
        }
        var title = "Booking " + order.size() + (order.size() == 1 ? " parcel" : " parcels");
        return "redirect:"
                + longWork.start(title, me.seller().toString(), me.id().toString(), BACK, progress -> {
                    progress.report(0, order.size(), "Asking the channel, then the courier…");
                    return done(bookShipments.book(
                            me,
                            order.stream().map(OrderId::new).toList(),
                            wishes,
                            done -> progress.report(done, order.size(), done + " of " + order.size())));
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

    /** Not one label was made, for reasons that each have their sentence; the outcome of a booking may be unknown. */
    static final class NothingBooked extends Refusal {
        NothingBooked(String remain) {
            super("None of them has a label yet.", remain);
        }
    }
}
