package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Page;
import app.counterfoil.hub.channel.Channel.Read;
import app.counterfoil.hub.channel.Channel.Unreadable;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a page of orders so that one bad order does not stand in the way of the others. */
public final class Pages {

    private Pages() {}

    /**
     * The document of a successful answer.
     *
     * @throws ServiceUnusable if the status is not 200 or the body is not whole JSON
     */
    public static OrderJson body(String channel, Outside.Answer answer) {
        if (answer.status() != 200) {
            throw Outside.refusal(channel, answer);
        }
        try {
            return OrderJson.of(answer.body());
        } catch (OrderUnreadable notWhole) {
            throw new ServiceUnusable(
                    channel,
                    ServiceUnusable.Kind.NOT_UNDERSTOOD,
                    answer.type().contains("html") ? "a web page instead of data" : "not whole JSON",
                    Optional.empty());
        }
    }

    /** Reads each order; those that cannot be read are told apart, cut down to what is taken in. */
    public static Page of(
            List<OrderJson> orders,
            Function<OrderJson, String> number,
            Function<OrderJson, OrderDraft> reading,
            TakenIn fields,
            Optional<String> next) {
        var read = new ArrayList<Read>();
        var unreadable = new ArrayList<Unreadable>();
        for (var order : orders) {
            try {
                read.add(new Read(reading.apply(order), () -> order.taken(fields)));
            } catch (OrderUnreadable reason) {
                unreadable.add(new Unreadable(safe(number, order), reason, order.taken(fields)));
            } catch (Refusal refused) {
                var reason = new OrderUnreadable("(order)", "has a value that cannot be used", refused.mend());
                unreadable.add(new Unreadable(safe(number, order), reason, order.taken(fields)));
            }
        }
        return new Page(List.copyOf(read), List.copyOf(unreadable), next);
    }

    private static String safe(Function<OrderJson, String> number, OrderJson order) {
        try {
            return number.apply(order);
        } catch (Refusal noNumber) {
            return "";
        }
    }
}
