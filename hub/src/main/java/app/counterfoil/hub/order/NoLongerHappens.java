package app.counterfoil.hub.order;

import java.util.Locale;

/** What an earlier version has written and this one does not write any more: told in the words of its code. */
record NoLongerHappens(String name) implements Happening {

    @Override
    public String words(String detail) {
        var told = detail.matches("[A-Z]+(_[A-Z]+)+") ? Happening.plain(detail).toLowerCase(Locale.ROOT) : detail;
        return Happening.words(Happening.plain(name), told);
    }
}
