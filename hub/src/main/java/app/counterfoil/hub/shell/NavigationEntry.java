package app.counterfoil.hub.shell;

import java.util.Set;

/**
 * A place in the navigation, hung there by the module that owns the page, as a bean.
 *
 * @param title what people read
 * @param path where it leads
 * @param icon the name of a drawing in {@code look/icons.svg}
 * @param section the heading it stands under; empty for none
 * @param order smaller stands higher
 * @param roles the names of the roles that see it; empty for everybody
 */
public record NavigationEntry(String title, String path, String icon, String section, int order, Set<String> roles) {

    /** Keeps its own copy of the roles. */
    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    boolean isSeenBy(Set<String> held) {
        return roles.isEmpty() || roles.stream().anyMatch(held::contains);
    }
}
