package app.counterfoil.hub.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A real Chromium. What goes wrong on any page (console errors, refused resources, strange hosts, a
 * poor look) is kept for the test. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("COUNTERFOIL_CHROMIUM", "/usr/bin/chromium"));

    /** For what takes a moment where the machine has nothing else to do. */
    private static final double PATIENCE_MILLIS = 120_000;

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** How far a card stands out of its column, or a table or form out of its card, at most. */
    private static final String STANDS_OUT = "Math.max(0, ...[...document.querySelectorAll("
            + "'.cf-card, .cf-card > table, .cf-card > form, .cf-card > .cf-pad')].map(each => Math.round("
            + "each.getBoundingClientRect().right - each.parentElement.getBoundingClientRect().right)))";

    /** What a thumb would miss: lower or narrower than 24 pixels. Links within a sentence are as high as its line. */
    private static final String TOO_SMALL =
            """
            () => [...document.querySelectorAll('button, summary, select, textarea, input:not([type=hidden]), td a, nav a')]
                .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > 0)
                .filter(each => Math.min(each.offsetWidth, each.offsetHeight) > 1)
                .filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 24)
                .map(each => each.outerHTML.slice(0, 120)).slice(0, 3);
            """;

    /** Whether pictures are wanted: nobody looks at those of a run without people. */
    private static final boolean PICTURES = !"none".equals(System.getenv("COUNTERFOIL_PICTURES"));

    /** What axe finds serious or worse, in words. It is asked in the page itself, which has its script but once. */
    private static final String SERIOUS =
            """
            async rules => {
                const found = await axe.run(document, {resultTypes: ['violations'], ...rules});
                return found.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => rule.id + ' ' + rule.help + ' at ' + rule.nodes.slice(0, 3).map(node => node.html));
            }
            """;

    private static final Map<String, Object> ALL_RULES = Map.of();
    /** By night a page has other colours and is else the same. */
    private static final Map<String, Object> RULES_OF_COLOURS =
            Map.of("runOnly", List.of("color-contrast", "link-in-text-block"));

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    private Browser() {}

    /** One for the whole run; it ends with the run. */
    private static final class Chromium {

        static final com.microsoft.playwright.Browser RUNNING = Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));

        static final String AXE = axe();

        private static String axe() {
            try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
                return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Skips the tests visibly where there is no Chromium. */
    public static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "SKIPPED: pages were not tested, there is no Chromium at " + CHROMIUM + ".");
    }

    /** Starts Chromium, or skips the test visibly where there is none. */
    public static Browser start() {
        assumeInstalled();
        return new Browser();
    }

    /** A new window of 1366 × 768, of somebody who has not signed in. */
    public Page window() {
        var context = Chromium.RUNNING.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        windows.add(context);
        return page(context);
    }

    /** What went wrong in the browser so far. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /**
     * Looks at the page on a desk and on a phone, by day and by night: nothing serious for axe, nothing to scroll
     * sideways or to stand out of its place, and a picture of each in {@code target/screenshots} for people's eyes.
     */
    public void looksRight(Page page, String name) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var size : Size.values()) {
                page.setViewportSize(size.width, size.height);
                var look = size.name().toLowerCase(Locale.ROOT) + "-"
                        + scheme.name().toLowerCase(Locale.ROOT);
                var rules = scheme == ColorScheme.DARK ? RULES_OF_COLOURS : ALL_RULES;
                troubles.addAll(seriousForAxe(page, name + " " + look, rules));
                if (!page.evaluate(SIDEWAYS).equals(0)) {
                    troubles.add(name + " " + look + " scrolls sideways by " + page.evaluate(SIDEWAYS));
                }
                if (!page.evaluate(STANDS_OUT).equals(0)) {
                    troubles.add(name + " " + look + ": a card or table stands out by " + page.evaluate(STANDS_OUT));
                }
                var small = (List<?>) page.evaluate(TOO_SMALL);
                small.forEach(each -> troubles.add(name + " " + look + ": too small for a thumb: " + each));
                screenshot(page, name + "-" + look, true);
            }
        }
        page.setViewportSize(Size.DESKTOP.width, Size.DESKTOP.height);
    }

    /** A picture of what is seen, or of the whole page. */
    public static void screenshot(Page page, String name, boolean whole) {
        if (!PICTURES) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(whole));
    }

    private enum Size {
        PHONE(390, 844),
        DESKTOP(1366, 768);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static List<String> seriousForAxe(Page page, String look, Map<String, Object> rules) {
        if (page.evaluate("typeof axe === 'undefined'").equals(true)) {
            page.evaluate(Chromium.AXE);
        }
        return ((List<?>) page.evaluate(SERIOUS, rules))
                .stream().map(rule -> look + ": " + rule).toList();
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }

    private Page page(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // That a page itself was refused is told on the console, too; what it asks for may not be.
            if (message.type().equals("error") && !message.location().startsWith(page.url() + ":")) {
                troubles.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> troubles.add(page.url() + " " + error));
        page.onRequest(request -> {
            var host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("127.0.0.1") && !host.equals("localhost")) {
                troubles.add("asked a strange host: " + host);
            }
        });
        return page;
    }
}
