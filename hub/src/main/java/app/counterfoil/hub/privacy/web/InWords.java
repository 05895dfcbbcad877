package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How disclosures are written on pages. */
final class InWords {

    private InWords() {}

    /** The name of a recipient; its code where nobody knows it any more. */
    static String recipient(String code) {
        return Arrays.stream(OutsideService.values())
                .filter(service -> service.name().equals(code))
                .map(OutsideService::shortTitle)
                .findFirst()
                .orElse(code);
    }

    /** What was given, as in {@code Name, Delivery address}. */
    static String categories(Disclosure disclosure) {
        return disclosure.categories().stream()
                .sorted()
                .map(DataCategory::title)
                .collect(Collectors.joining(", "));
    }
}
