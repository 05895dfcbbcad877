package app.counterfoil.hub.export;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.LeavingField;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.InvoiceCustomers;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a copy: facts of the order, and of its people those fields that their kind of record lists as leaving.
 * There is no other way into a copy.
 */
final class CopyColumns {

    /** Above the column that says why nobody is named. */
    static final String WHY_NOBODY = "Nobody is named because";

    /** Above the column by which the copy is told. */
    static final String CODE = "Code of this copy";

    /**
     * A column.
     *
     * @param heading what stands above it
     * @param category as which category of people's data it leaves; empty where it is none
     * @param text what stands in it
     */
    record Column(String heading, Optional<DataCategory> category, Function<CopyLine, String> text) {
        @Override
        public String toString() {
            return "Column[" + heading + "]";
        }
    }

    private CopyColumns() {}

    /** All but the code, from left to right. */
    static List<Column> of(ExportPurpose purpose) {
        var columns = new ArrayList<Column>();
        var people = purpose.carried().isPresent();
        if (people) {
            columns.add(of("Order number", DataCategory.ORDER_NUMBER, OrderFacts::channelOrderId));
        }
        columns.add(fact("Channel", order -> order.service().title()));
        columns.add(fact("Placed on", order -> Written.dayOf(order.placedAt())));
        columns.add(fact("State", order -> order.state().title()));
        columns.add(fact("Going to", order -> order.territory().englishName()));
        if (purpose == ExportPurpose.TAX_RECORD) {
            columns.addAll(ofInvoice());
        } else {
            columns.addAll(ofGoods(people));
        }
        columns.addAll(ofPeople(purpose));
        return List.copyOf(columns);
    }

    /** The fields of people that leave for the purpose, each named once. */
    static List<String> leaving(Purpose purpose) {
        return fields(purpose).stream().map(LeavingField::heading).distinct().toList();
    }

    /** What leaves of people for the purpose, and in which order. */
    static List<LeavingField<?>> fields(Purpose purpose) {
        return switch (purpose) {
            case DELIVERY -> List.copyOf(Recipient.LEAVES);
            case SERVICE -> List.copyOf(Buyer.LEAVES);
            case TAX_RECORD -> InvoiceCustomers.fields();
            case LABEL, MARKETING, STAFF, RIGHTS_REQUEST, LEGAL_CLAIM -> List.of();
        };
    }

    private static List<Column> ofGoods(boolean withPeople) {
        return Stream.of(
                        fact("Items", CopyColumns::items),
                        fact("Pieces", order -> Integer.toString(order.pieces())),
                        fact("Total", order -> order.total().decimal()),
                        fact("Delivery charge", order -> order.shipping().decimal()),
                        fact("Currency", order -> order.total().currency().getCurrencyCode()))
                .map(column -> withPeople
                        ? new Column(column.heading(), Optional.of(DataCategory.GOODS), column.text())
                        : column)
                .toList();
    }

    private static List<Column> ofInvoice() {
        return List.of(
                ofInvoice("Invoice", Invoice::number),
                ofInvoice("Issued on", invoice -> Written.day(invoice.issuedOn())),
                ofInvoice("Net", amount(Figures::net)),
                ofInvoice("VAT", amount(Figures::vat)),
                ofInvoice("Gross", amount(Figures::gross)),
                ofInvoice("Currency", invoice -> invoice.gross().currency().getCurrencyCode()));
    }

    /** Of an invoice for several orders, what is of the order of the row. */
    private static Function<Invoice, String> amount(Function<Figures, Money> of) {
        return invoice -> of.apply(invoice.ofOrder()).decimal();
    }

    private static List<Column> ofPeople(ExportPurpose purpose) {
        var columns = new ArrayList<Column>();
        purpose.carried().map(CopyColumns::fields).orElse(List.of()).forEach(field -> {
            var place = columns.size();
            columns.add(new Column(
                    field.heading(),
                    Optional.of(field.category()),
                    line -> line.isNamed() ? line.people().get(place) : ""));
        });
        if (!columns.isEmpty()) {
            columns.add(new Column(WHY_NOBODY, Optional.empty(), CopyLine::whyNobody));
        }
        return columns;
    }

    private static String items(OrderFacts order) {
        return order.lines().stream()
                .map(line -> line.quantity() + " × " + (line.sku().isBlank() ? line.title() : line.sku()))
                .collect(Collectors.joining("; "));
    }

    private static Column fact(String heading, Function<OrderFacts, String> text) {
        return new Column(heading, Optional.empty(), line -> text.apply(line.order()));
    }

    private static Column of(String heading, DataCategory category, Function<OrderFacts, String> text) {
        return new Column(heading, Optional.of(category), line -> text.apply(line.order()));
    }

    private static Column ofInvoice(String heading, Function<Invoice, String> text) {
        return new Column(heading, Optional.of(DataCategory.GOODS), line -> line.invoice()
                .map(text)
                .orElse(""));
    }
}
