package app.counterfoil.hub.accounting;

import app.counterfoil.hub.disclosure.DataCategory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which personal data is in a request to an accounting service, read from the request itself: a field that nobody has
 * classified is not sent. In a summary nothing is anybody's, and it can hold nothing that could be.
 *
 * @param ours what is nobody's, whatever the entry is of
 * @param sums what tells what somebody has bought for, if the entry is of one order
 * @param ofSomebody what tells of the customer
 */
public record HandedOverFields(Set<String> ours, Set<String> sums, Map<String, DataCategory> ofSomebody) {

    /** Copies all. */
    public HandedOverFields {
        ours = Set.copyOf(ours);
        sums = Set.copyOf(sums);
        ofSomebody = Map.copyOf(ofSomebody);
    }

    /**
     * What of people's data the request gives to the service.
     *
     * @param namesNobody whether the name in it is the one of whatever names nobody
     * @throws IllegalStateException if a field is not classified, or a summary could name somebody
     */
    public Set<DataCategory> of(JsonNode request, EntryWay way, boolean namesNobody) {
        if (way != EntryWay.EACH && !namesNobody) {
            throw new IllegalStateException("A summary names nobody.");
        }
        var categories = EnumSet.noneOf(DataCategory.class);
        var paths = new TreeSet<String>();
        look("", request, paths);
        for (var path : paths) {
            category(path, way, namesNobody).ifPresent(categories::add);
        }
        return categories;
    }

    private Optional<DataCategory> category(String path, EntryWay way, boolean namesNobody) {
        if (ours.contains(path)) {
            return Optional.empty();
        }
        if (sums.contains(path)) {
            return way != EntryWay.EACH ? Optional.empty() : Optional.of(DataCategory.GOODS);
        }
        var told = Optional.ofNullable(ofSomebody.get(path))
                .orElseThrow(() ->
                        new IllegalStateException("Nobody has said what the field " + path + " tells of people."));
        return told == DataCategory.NAME && namesNobody ? Optional.empty() : Optional.of(told);
    }

    private static void look(String path, JsonNode node, Set<String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> look(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), found));
        } else if (node.isArray()) {
            node.forEach(each -> look(path, each, found));
        } else {
            found.add(path);
        }
    }
}
