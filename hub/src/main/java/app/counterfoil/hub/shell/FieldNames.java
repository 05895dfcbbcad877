package app.counterfoil.hub.shell;

import java.util.Locale;
import java.util.ResourceBundle;

/** How fields of forms are called on the pages, where that is not their name in the request. */
final class FieldNames {

    private static final ResourceBundle NAMES = ResourceBundle.getBundle("templates.fields", Locale.ROOT);

    private FieldNames() {}

    static String shown(String field) {
        var name = field.replaceAll("\\[\\d*]", "");
        return NAMES.containsKey(name) ? NAMES.getString(name) : ReadAsTyped.words(name);
    }
}
