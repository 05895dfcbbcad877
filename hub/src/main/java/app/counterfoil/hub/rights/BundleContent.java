package app.counterfoil.hub.rights;

import java.util.List;

/**
 * What a requester is given (Art 15(1) and (3), Art 20(1)), as the published schema {@code rights/bundle.schema.json} has it.
 * Personal: it does not print.
 *
 * @param schema which version of the schema
 * @param request the request it answers
 * @param madeOn the day on which it was made
 * @param controller who answers for the data
 * @param purposes what data is held for, by which law and how long
 * @param account what is held on somebody of the shop; empty for anybody else
 * @param orders what is held for each order
 * @param apart what is held apart from orders, such as consent to marketing
 * @param rights what they can ask for, and where they can complain
 * @param decisionsByMachine what is decided about them by a machine alone
 */
record BundleContent(
        String schema,
        String request,
        String madeOn,
        String controller,
        List<PurposeLine> purposes,
        List<HeldLine> account,
        List<OrderPart> orders,
        List<HeldLine> apart,
        List<String> rights,
        String decisionsByMachine) {

    /** A purpose. */
    public record PurposeLine(String name, String heldTo, String lawfulBasis, String heldFor) {}

    /** An order, what is held for it, and who received something of it. */
    public record OrderPart(
            String source,
            String number,
            String placedOn,
            String state,
            String total,
            List<Bought> bought,
            boolean useRestricted,
            List<HeldLine> held,
            List<Received> receivedBy) {}

    /** Something bought. */
    public record Bought(String sku, String title, int quantity) {}

    /** Something held. */
    public record HeldLine(String what, String purpose, String until, List<Field> fields) {}

    /** A field of it. */
    public record Field(String name, String value) {}

    /** Somebody who received something. */
    public record Received(String recipient, String on, String what, String purpose) {}

    @Override
    public String toString() {
        return "BundleContent[" + request + "]";
    }
}
