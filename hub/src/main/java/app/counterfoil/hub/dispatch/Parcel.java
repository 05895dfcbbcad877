package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderLine;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parcel to be booked. Personal: it does not print.
 *
 * @param reference our reference; it says nothing about anybody
 * @param wish how it is sent
 * @param order the order it carries
 * @param contents how many pieces of each line are in it, by the channel's line number
 * @param recipient whom it goes to
 * @param sender where it comes back to
 * @param ioss the number under which the channel paid the VAT of a parcel into the European Union, if it told one
 */
public record Parcel(
        String reference,
        ParcelWish wish,
        OrderFacts order,
        Map<String, Integer> contents,
        Recipient recipient,
        Business sender,
        Optional<String> ioss) {

    private static final Set<String> DEPENDENCIES = Set.of("JE", "GG", "IM");

    /**
     * Copies the map.
     *
     * @throws CannotBook if the channel has collected the European Union's VAT and the number that says so at the border
     *     is not known
     */
    public Parcel {
        contents = Map.copyOf(contents);
        if (order.vatByChannel() && ioss.isEmpty() && new Country(recipient.country()).isInEuropeanUnion()) {
            throw new CannotBook(
                    order.service().title() + " has collected the VAT of order " + order.channelOrderId()
                            + ", but its IOSS number is not known here.",
                    "Nothing was bought: without the number the buyer would be asked for the VAT again. Book it again"
                            + " once " + order.service().title()
                            + " can be asked, or at the courier itself with the number from the order's page there.");
        }
    }

    /** The same parcel under another reference. */
    Parcel under(String otherReference) {
        return new Parcel(otherReference, wish, order, contents, recipient, sender, ioss);
    }

    /**
     * Pieces of a line that are in the parcel.
     *
     * @param line the line as it was ordered
     * @param quantity how many of its pieces are in the parcel
     */
    public record Pieces(OrderLine line, int quantity) {}

    /** What is in it, in the order of the order's lines. */
    public List<Pieces> pieces() {
        var left = new HashMap<>(contents);
        var pieces = new ArrayList<Pieces>();
        for (var line : order.lines()) {
            // A channel may write one line number twice; the pieces are given out once.
            int quantity = Math.min(line.quantity(), left.getOrDefault(line.channelLineId(), 0));
            left.merge(line.channelLineId(), -quantity, Integer::sum);
            if (quantity > 0) {
                pieces.add(new Pieces(line, quantity));
            }
        }
        return List.copyOf(pieces);
    }

    /** Whether only a part of the order is in it. */
    public boolean isPart() {
        return pieces().stream().mapToInt(Pieces::quantity).sum() < order.pieces();
    }

    /** Whether it needs customs data: it leaves the United Kingdom, the Isle of Man included in it. */
    public boolean needsCustoms() {
        return !destination().equals("GB") && !destination().equals("IM");
    }

    /**
     * The country or Crown dependency it goes to, by its ISO code. Channels write Jersey and Guernsey as {@code GB} too;
     * then the postcode says it, and with it the order's territory.
     */
    public String destination() {
        var written = recipient.country();
        var dependency = DEPENDENCIES.contains(order.territory().code());
        return written.equals("GB") && dependency ? order.territory().code() : written;
    }

    @Override
    public String toString() {
        return "Parcel[hidden]";
    }
}
