package app.counterfoil.hub.shell;

/**
 * A place in the navigation, hung there by the module that owns the page, as a bean; seen by those who may open it.
 *
 * @param title what people read
 * @param path where it leads
 * @param icon the name of a drawing in {@code look/icons.svg}
 * @param section the heading it stands under; empty for none
 * @param order smaller stands higher
 */
public record NavigationEntry(String title, String path, String icon, String section, int order) {}
