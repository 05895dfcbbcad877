package app.counterfoil.hub.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts around every page what all pages have: the business, the person, the navigation and the banner of the clock. */
@ControllerAdvice
class PageFrame {

    private final List<NavigationEntry> entries;
    private final ObjectProvider<WhoIsHere> whoIsHere;
    private final ObjectProvider<ClockBanner> clock;
    private final May may;

    PageFrame(
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<WhoIsHere> whoIsHere,
            ObjectProvider<ClockBanner> clock,
            May may) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.whoIsHere = whoIsHere;
        this.clock = clock;
        this.may = may;
    }

    @ModelAttribute("frame")
    Frame around(HttpServletRequest request) {
        var here = whoIsHere.stream().flatMap(who -> who.here().stream()).findFirst();
        var banner = clock.orderedStream()
                .flatMap(each -> each.sentence().stream())
                .findFirst()
                .orElse("");
        return new Frame(
                here.isPresent(),
                here.map(WhoIsHere.Here::sellerName).orElse(""),
                here.map(WhoIsHere.Here::label).orElse(""),
                here.map(person -> sections()).orElse(Map.of()),
                banner,
                path(request),
                look(request));
    }

    /** The page that was asked for, also where an error page stands in its place. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private Map<String, List<NavigationEntry>> sections() {
        var sections = new LinkedHashMap<String, List<NavigationEntry>>();
        entries.stream().map(NavigationEntry::section).distinct().forEach(section -> {
            var seen = entries.stream()
                    .filter(entry -> entry.section().equals(section) && may.open(entry.path()))
                    .toList();
            if (!seen.isEmpty()) {
                sections.put(section, seen);
            }
        });
        return sections;
    }

    private static String look(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? "auto"
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(ChooseLook.COOKIE))
                        .map(Cookie::getValue)
                        .filter(ChooseLook.LOOKS::contains)
                        .findFirst()
                        .orElse("auto");
    }

    record Frame(
            boolean signedIn,
            String sellerName,
            String person,
            Map<String, List<NavigationEntry>> sections,
            String clock,
            String path,
            String look) {

        public boolean isAt(String entry) {
            return path.equals(entry) || path.startsWith(entry + "/");
        }

        /** The place in the navigation that this page belongs to; none if it belongs to no place that is seen. */
        public @Nullable NavigationEntry place() {
            return sections.values().stream()
                    .flatMap(List::stream)
                    .filter(entry -> isAt(entry.path()))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return "Frame[]";
        }
    }
}
