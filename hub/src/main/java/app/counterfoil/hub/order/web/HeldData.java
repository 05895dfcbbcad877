package app.counterfoil.hub.order.web;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Extensions;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.TellsHolding;
import app.counterfoil.hub.order.TellsHolding.Holding;
import app.counterfoil.hub.retention.ChannelLimit;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.shell.Shown;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.erasure.Destruction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says of an order's personal data who may see it, until when and why; and of what has ended, when and by which rule. */
@Component
class HeldData {

    /** So many ended days and forgotten people are looked through for the rule. */
    private static final int REMEMBERED = 1_000;

    /** More of them would push the list off the screen. */
    private static final int MOST_SENTENCES = 3;

    /** What is carried on with an open order. */
    private static final Set<String> OF_ORDER =
            Set.of("Recipient and address", "Address as the channel told it", "Buyer");

    private final Custody custody;
    private final RetentionPolicies policies;
    private final OpenPeople openPeople;
    private final Extensions extensions;
    private final BusinessClock clock;
    private final Shown shown;
    private final List<TellsHolding> others;

    HeldData(
            Custody custody,
            RetentionPolicies policies,
            OpenPeople openPeople,
            Extensions extensions,
            BusinessClock clock,
            Shown shown,
            ObjectProvider<TellsHolding> others) {
        this.custody = custody;
        this.policies = policies;
        this.openPeople = openPeople;
        this.extensions = extensions;
        this.clock = clock;
        this.shown = shown;
        this.others = others.orderedStream().toList();
    }

    /**
     * One kind of data on the page.
     *
     * @param what what it is
     * @param who the roles that may see it, or nobody any more
     * @param until when it ends or ended
     * @param why what it is held for, or the rule it ended under
     * @param lives whether it can still be opened
     */
    public record Line(String what, String who, String until, String why, boolean lives) {

        private Line because(String sentence) {
            return new Line(what, who, until, why + sentence, lives);
        }
    }

    /** All kinds of data that are or were held for the order. */
    List<Line> of(SellerId seller, OrderFacts order) {
        var past = past(seller);
        var holdings = new ArrayList<Holding>();
        var ends = openPeople.ends(seller, order);
        held(order, "Recipient and address", Purpose.DELIVERY, ends.recipient(), past)
                .ifPresent(holdings::add);
        ends.told()
                .ifPresent(end -> holdings.add(new Holding("Address as the channel told it", Purpose.DELIVERY, end)));
        held(order, "Buyer", Purpose.SERVICE, ends.buyer(), past).ifPresent(holdings::add);
        others.forEach(other -> holdings.addAll(other.of(seller, order)));
        var extension = extensions.of(seller, order.id());
        return holdings.stream()
                .map(held -> line(order, held, past))
                .map(line -> extension
                        .filter(each -> line.lives() && isOfOrder(line))
                        .map(each -> line.because(
                                " Last carried on on " + shown.day(each.on()) + ", because " + each.because() + "."))
                        .orElse(line))
                .toList();
    }

    /**
     * What lives has its own day; of what does not, the day it ended; nothing if it was never held. Whoever was erased
     * before their order came in, as after an older backup, was never held here, and the page says that they are erased.
     */
    private Optional<Holding> held(
            OrderFacts order, String what, Purpose purpose, Optional<LocalDate> lives, Past past) {
        var day = lives.or(() -> ended(order, purpose, past));
        return erased(order, purpose, past).isPresent()
                ? Optional.of(new Holding(what, purpose, day.orElse(clock.today())))
                : day.filter(end -> order.personalEndsOn().isPresent()).map(end -> new Holding(what, purpose, end));
    }

    /** An address that was fetched or typed in anew lives on after the buyer has ended. */
    private Optional<LocalDate> ended(OrderFacts order, Purpose purpose, Past past) {
        var byPolicy = order.closedOn()
                .map(day -> past.policies().endOf(purpose, day, order.service().limit()))
                .filter(this::hasCome);
        var told = order.personalEndsOn().filter(this::hasCome);
        return purpose == Purpose.DELIVERY ? told.or(() -> byPolicy) : byPolicy.or(() -> told);
    }

    private boolean hasCome(LocalDate day) {
        return !day.isAfter(clock.today());
    }

    /** For orders whose delivery data is gone: when it ended and under which rule, each in a sentence, or many in one. */
    List<String> ended(SellerId seller, List<OrderFacts> orders) {
        var past = past(seller);
        var sentences = new ArrayList<String>();
        for (var order : orders) {
            order.personalEndsOn()
                    .map(end -> line(order, new Holding("Recipient and address", Purpose.DELIVERY, end), past))
                    .filter(line -> !line.lives())
                    .ifPresent(line -> sentences.add("Whom order " + order.channelOrderId() + " was for ended on "
                            + line.until() + ". " + line.why() + "."));
        }
        return sentences.size() <= MOST_SENTENCES
                ? sentences
                : List.of("Whom " + sentences.size()
                        + " of these orders were for has ended. Each order's page says when and under which rule.");
    }

    /** Since when an order must have closed, at the earliest, for its people to be found today. */
    LocalDate findableSince(SellerId seller, ChannelLimit limit) {
        var today = clock.today();
        var end = policies.of(seller).firstOfOrderClosed(today, limit);
        return today.minusDays(ChronoUnit.DAYS.between(today, end) - 1);
    }

    private Line line(OrderFacts order, Holding held, Past past) {
        var purpose = held.purpose();
        var erased = erased(order, purpose, past);
        if (erased.isPresent()) {
            return gone(
                    held,
                    shown.dayOf(erased.get().at()),
                    "Erased: " + words(erased.get().rule()));
        }
        if (hasCome(held.endsOn())) {
            return gone(
                    held,
                    shown.day(held.endsOn()),
                    "Rule for " + purpose.title().toLowerCase(Locale.ROOT) + ": " + past.lifeInWords(held));
        }
        return new Line(
                held.what(),
                who(purpose),
                shown.day(held.endsOn()) + carriedOn(order, purpose),
                "Held " + purpose.inOrder() + "; " + past.policies().now().lifeInWords(purpose) + ".",
                true);
    }

    private static String carriedOn(OrderFacts order, Purpose purpose) {
        return switch (purpose) {
            case DELIVERY, SERVICE -> order.state().isOpen() ? ", later while the order is open" : "";
            case LEGAL_CLAIM -> ", later while the hold stands";
            case LABEL, TAX_RECORD, MARKETING, STAFF, RIGHTS_REQUEST -> "";
        };
    }

    private static Line gone(Holding held, String on, String rule) {
        return new Line(held.what(), "Nobody any more, us included", on, rule, false);
    }

    private static boolean isOfOrder(Line line) {
        return OF_ORDER.contains(line.what());
    }

    private static Optional<Destruction> erased(OrderFacts order, Purpose purpose, Past past) {
        return past.destroyed().stream()
                .filter(each -> each.purpose() == purpose)
                .filter(each -> each.subject().filter(order.subject()::equals).isPresent())
                .findFirst();
    }

    private Past past(SellerId seller) {
        return new Past(custody.in(seller, vault -> vault.erasures().latest(REMEMBERED)), policies.history(seller));
    }

    /** What has ended, and the policies that it ended under. */
    private record Past(List<Destruction> destroyed, RetentionPolicies.History policies) {

        String lifeInWords(Holding ended) {
            var nextDay = ended.endsOn().plusDays(1).atStartOfDay(BusinessClock.ZONE);
            return policies.at(nextDay.toInstant()).lifeInWords(ended.purpose());
        }
    }

    private static String who(Purpose purpose) {
        return Arrays.stream(Role.values())
                .filter(role -> role.carries(purpose))
                .map(Role::title)
                .collect(Collectors.joining(", "));
    }

    private static String words(String rule) {
        return rule.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
