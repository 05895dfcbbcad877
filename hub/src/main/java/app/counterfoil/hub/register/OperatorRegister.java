package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.ChosenHosts;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of whoever runs the installation, as processor for its shops (Art 30(2) UK GDPR): each controller, what is
 * done for it, transfers and security. It names shops and no people; whom a shop says is reached stands in the shop's own.
 */
@Component
class OperatorRegister {

    private static final List<String> HEADINGS = List.of(
            "Controller", "Address", "Categories of processing", "Transfers and safeguards", "Security measures");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectProvider<KnowsSellers> sellers;
    private final SellerDetails details;
    private final ProcessingRegister register;
    private final Operator operator;
    private final ObjectProvider<ChosenHosts> chosen;
    private final BusinessClock clock;

    OperatorRegister(
            ObjectProvider<KnowsSellers> sellers,
            SellerDetails details,
            ProcessingRegister register,
            Operator operator,
            ObjectProvider<ChosenHosts> chosen,
            BusinessClock clock) {
        this.sellers = sellers;
        this.details = details;
        this.register = register;
        this.operator = operator;
        this.chosen = chosen;
        this.clock = clock;
    }

    /** What it ought to say and does not. */
    List<String> missing() {
        return operator.missing(chosen.stream());
    }

    /** Who runs the installation, and who does a part of it for them. */
    Spreadsheet who() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Processor", operator.inOneLine().orElse("Not said"), "", "", ""));
        rows.add(List.of(
                "Data protection officer", operator.officer().isBlank() ? "None" : operator.officer(), "", "", ""));
        operator.subProcessors()
                .forEach(each ->
                        rows.add(List.of("Sub-processor", each.name(), each.does(), each.country(), each.safeguard())));
        return new Spreadsheet(
                "Processor", List.of("As what", "Who", "Does", "Country", "Safeguard for a transfer"), rows);
    }

    /** The same in words for people and for programs. */
    Spreadsheet table() {
        return new Spreadsheet(
                "Processing for controllers",
                HEADINGS,
                sellers.stream()
                        .flatMap(each -> each.allSellers().stream())
                        .map(this::row)
                        .toList());
    }

    String json(Spreadsheet table) {
        var root = JSON.createObjectNode();
        root.put("format", "counterfoil-operator-register-1")
                .put("day", clock.today().toString());
        var who = root.putArray("processor");
        who().rows().forEach(row -> who.addObject()
                .put("asWhat", row.get(0))
                .put("who", row.get(1))
                .put("does", row.get(2))
                .put("country", row.get(3))
                .put("safeguard", row.get(4)));
        var controllers = root.putArray("controllers");
        for (var row : table.rows()) {
            controllers
                    .addObject()
                    .put("controller", row.get(0))
                    .put("address", row.get(1))
                    .put("processing", row.get(2))
                    .put("transfers", row.get(3));
        }
        var security = root.putArray("security");
        Arrays.stream(SecurityMeasure.values()).map(SecurityMeasure::control).forEach(security::add);
        return root.toPrettyString();
    }

    private List<String> row(SellerId seller) {
        var business = details.of(seller);
        return List.of(
                business.tradingName(),
                String.join(", ", business.address()) + ", " + business.postcode(),
                processing(seller),
                transfers(seller),
                Arrays.stream(SecurityMeasure.values())
                        .map(SecurityMeasure::control)
                        .collect(Collectors.joining(" ")));
    }

    private String processing(SellerId seller) {
        return register.activities(seller).stream()
                .filter(Activity::isInUse)
                .map(activity -> activity.purpose().title() + ", held "
                        + activity.purpose().inOrder() + ", for " + activity.retention())
                .collect(Collectors.joining("; "));
    }

    private String transfers(SellerId seller) {
        var abroad = register.receivers(seller).stream()
                .flatMap(each -> each.transfer().stream())
                .collect(Collectors.joining("; "));
        return abroad.isEmpty() ? "None" : abroad;
    }
}
