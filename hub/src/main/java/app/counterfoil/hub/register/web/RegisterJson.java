package app.counterfoil.hub.register.web;

import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.register.Activity;
import app.counterfoil.hub.register.Gap;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.Operator;
import app.counterfoil.hub.register.Receiver;
import app.counterfoil.hub.register.RecordOfProcessing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The register for programs, as {@code register/schema.json} describes it. */
final class RegisterJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RegisterJson() {}

    static byte[] of(RecordOfProcessing register) {
        var root = JSON.createObjectNode();
        root.put("format", "counterfoil-register-1").put("day", register.day().toString());
        controller(root.putObject("controller"), register);
        operator(root.putObject("operator"), register.operator());
        var activities = root.putArray("activities");
        register.activities().forEach(each -> activity(activities.addObject(), each, register.kept()));
        var recipients = root.putArray("recipients");
        register.recipients().forEach(each -> recipient(recipients.addObject(), each));
        var security = root.putArray("security");
        register.security()
                .forEach(each -> list(security.addObject().put("measure", each.control()), "proof", each.proof()));
        list(root, "gaps", register.gaps().stream().map(Gap::wrong).toList());
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void controller(ObjectNode node, RecordOfProcessing register) {
        var business = register.controller();
        node.put("name", business.tradingName());
        list(node, "address", business.address());
        node.put("postcode", business.postcode());
        contact(node, "contact", register.kept().of(KeptPart.CONTACT));
        contact(node, "dataProtectionOfficer", register.kept().of(KeptPart.OFFICER));
        contact(node, "representative", register.kept().of(KeptPart.REPRESENTATIVE));
        contact(node, "jointController", register.kept().of(KeptPart.JOINT_CONTROLLER));
    }

    private static void operator(ObjectNode node, Operator operator) {
        node.put("name", operator.name())
                .put("address", operator.address())
                .put("reach", operator.reach())
                .put("officer", operator.officer());
        var all = node.putArray("subProcessors");
        operator.subProcessors().forEach(each -> all.addObject()
                .put("name", each.name())
                .put("does", each.does())
                .put("country", each.country())
                .put("safeguard", each.safeguard()));
    }

    private static void contact(ObjectNode controller, String field, Optional<KeptTexts.Entry> said) {
        said.map(KeptTexts.Entry::text).ifPresent(text -> controller
                .putObject(field)
                .put("name", text.name())
                .put("reach", text.reach())
                .put("note", text.note()));
    }

    private static void activity(ObjectNode node, Activity activity, KeptTexts kept) {
        var purpose = activity.purpose();
        node.put("purpose", purpose.name()).put("title", purpose.title()).put("inOrder", purpose.inOrder());
        node.put("lawfulBasis", purpose.lawfulBasis());
        kept.noteOn(purpose)
                .map(KeptTexts.Entry::text)
                .map(KeptText::note)
                .ifPresent(note -> node.put("basisNote", note));
        list(node, "people", activity.people());
        list(node, "categories", activity.categories());
        list(node, "sources", activity.sources());
        list(
                node,
                "recipients",
                activity.recipients().stream().map(Receiver::name).toList());
        node.put("retention", activity.retention()).put("onErasure", activity.onErasure());
        list(node, "opensFor", activity.opensFor());
    }

    private static void recipient(ObjectNode node, Receiver receiver) {
        node.put("name", receiver.name())
                .put("agreementOnFile", receiver.agreement().isPresent());
        receiver.agreement().ifPresent(agreement -> {
            node.put("role", agreement.role().name());
            list(
                    node,
                    "categories",
                    agreement.categories().stream().sorted().map(Enum::name).toList());
            node.put("country", agreement.country().code());
            node.put("safeguard", agreement.safeguard().name());
            if (agreement.safeguard() != Safeguard.NOT_NEEDED) {
                agreement.safeguardOn().map(LocalDate::toString).ifPresent(day -> node.put("safeguardOn", day));
            }
            node.put("agreedOn", agreement.agreedOn().toString());
            node.put("reviewOn", agreement.reviewOn().toString());
            node.put("reviewOverdue", receiver.isOverdue());
        });
    }

    private static void list(ObjectNode node, String field, List<String> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
    }
}
