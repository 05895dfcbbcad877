package app.counterfoil.hub.channel;

import app.counterfoil.testing.PublishedContracts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** The names of fields in the vendor's own schemas, which its JSON follows; lies beside the project, not in it. */
final class QuickBooksSchema {

    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final List<String> FILES = List.of(
            "quickbooks/xsd/Finance.xsd",
            "quickbooks/xsd/IntuitBaseTypes.xsd",
            "quickbooks/xsd/IntuitNamesTypes.xsd",
            "quickbooks/xsd/SalesTax.xsd");

    private final Map<String, Element> types = new HashMap<>();

    /** Reads the schemas, if they are here. */
    static Optional<QuickBooksSchema> read() {
        return FILES.stream().allMatch(file -> PublishedContracts.find(file).isPresent())
                ? Optional.of(new QuickBooksSchema())
                : Optional.empty();
    }

    private QuickBooksSchema() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            for (var file : FILES) {
                var path = PublishedContracts.find(file).orElseThrow();
                var document = factory.newDocumentBuilder().parse(path.toFile());
                each(document.getElementsByTagNameNS(XS, "complexType"))
                        .forEach(type -> types.putIfAbsent(type.getAttribute("name"), type));
            }
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Where an object has a field that its type has not. */
    List<String> departures(String type, JsonNode object) {
        var found = new ArrayList<String>();
        look(type, type, object, found);
        return found;
    }

    private void look(String at, String type, JsonNode node, List<String> found) {
        if (node.isArray()) {
            node.forEach(each -> look(at, type, each, found));
        } else if (node.isObject()) {
            var fields = fields(type);
            node.properties().forEach(field -> {
                var of = fields.get(field.getKey());
                if (of == null
                        && !(type.equals("ReferenceType")
                                && List.of("value", "name").contains(field.getKey()))) {
                    found.add(at + " has no " + field.getKey());
                } else if (of != null) {
                    look(at + "." + field.getKey(), of, field.getValue(), found);
                }
            });
        }
    }

    private Map<String, String> fields(String type) {
        var fields = new HashMap<String, String>();
        var element = types.get(type);
        if (element != null) {
            each(element.getElementsByTagNameNS(XS, "extension"))
                    .forEach(base -> fields.putAll(fields(local(base.getAttribute("base")))));
            each(element.getElementsByTagNameNS(XS, "element")).forEach(field -> {
                var name = field.hasAttribute("name") ? field.getAttribute("name") : local(field.getAttribute("ref"));
                fields.put(name, field.hasAttribute("type") ? local(field.getAttribute("type")) : name);
            });
        }
        return fields;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static List<Element> each(NodeList nodes) {
        var all = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            all.add((Element) node);
        }
        return all;
    }
}
