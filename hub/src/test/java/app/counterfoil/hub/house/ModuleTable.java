package app.counterfoil.hub.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The table of modules in the document of the house, from the ground up: a module knows only those above it there. */
final class ModuleTable {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|[^|]*\\|$");
    private static final Pattern NUMBERS = Pattern.compile("(?<!: )V(\\d{4})–V(\\d{4})(?!\\))");

    private final Map<String, String> migrationsOf = new LinkedHashMap<>();

    private ModuleTable() {}

    /** Reads the rows below the heading that names the modules. */
    static ModuleTable in(String document) {
        var table = new ModuleTable();
        document.substring(document.indexOf("## The modules of the hub"))
                .lines()
                .map(ROW::matcher)
                .forEach(row -> {
                    if (row.matches()) {
                        table.migrationsOf.put(row.group(1), row.group(2));
                    }
                });
        return table;
    }

    List<String> modules() {
        return List.copyOf(migrationsOf.keySet());
    }

    /** What these modules, each with those it may know, have against the table. */
    List<String> violations(Map<String, List<String>> mayKnow) {
        var order = modules();
        var found = new ArrayList<String>();
        mayKnow.forEach((module, known) -> {
            if (!order.contains(module)) {
                found.add(module + " is not in the table");
            }
            known.stream()
                    .map(each -> each.replaceFirst(" *::.*", ""))
                    .filter(each -> order.indexOf(each) < 0 || order.indexOf(each) >= order.indexOf(module))
                    .forEach(each -> found.add(module + " may know " + each + ", which is not above it"));
        });
        order.stream()
                .filter(module -> !mayKnow.containsKey(module))
                .forEach(module -> found.add(module + " is in the table only"));
        return found;
    }

    /** Whether a migration of this number belongs to the module. */
    boolean owns(String module, int number) {
        return NUMBERS.matcher(migrationsOf.getOrDefault(module, ""))
                .results()
                .anyMatch(range ->
                        Integer.parseInt(range.group(1)) <= number && number <= Integer.parseInt(range.group(2)));
    }
}
