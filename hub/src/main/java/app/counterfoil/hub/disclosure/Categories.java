package app.counterfoil.hub.disclosure;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Categories as a column holds them. */
final class Categories {

    private Categories() {}

    static String[] names(Set<DataCategory> categories) {
        return categories.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    static Set<DataCategory> read(Array column) throws SQLException {
        var categories = EnumSet.noneOf(DataCategory.class);
        Arrays.stream((String[]) column.getArray()).map(DataCategory::valueOf).forEach(categories::add);
        return categories;
    }

    /** Those of the first that are not among the second. */
    static Set<DataCategory> without(Set<DataCategory> some, Set<DataCategory> others) {
        var left = EnumSet.noneOf(DataCategory.class);
        left.addAll(some);
        left.removeAll(others);
        return left;
    }
}
