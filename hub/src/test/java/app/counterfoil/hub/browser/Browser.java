package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A real Chromium. What goes wrong on any page (console errors, refused resources, strange hosts) is kept for the test. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("COUNTERFOIL_CHROMIUM", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> troubles = new ArrayList<>();

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
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
    }

    /** Starts Chromium, or skips the test visibly where there is none. */
    public static Browser start() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "SKIPPED: pages were not tested, there is no Chromium at " + CHROMIUM + ".");
        return new Browser(Playwright.create());
    }

    /** A window of 1366 × 768. */
    public Page atDesktop(ColorScheme scheme) {
        return page(1366, 768, scheme);
    }

    /** A window of 390 × 844. */
    public Page atPhone(ColorScheme scheme) {
        return page(390, 844, scheme);
    }

    /** The same place in another window, signed in as the given page is. */
    public Page alsoAs(Page signedIn, int width, int height, ColorScheme scheme) {
        var state = signedIn.context().storageState();
        return page(
                width,
                height,
                chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setStorageState(state)));
    }

    /** What went wrong in the browser so far. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Writes what is seen to {@code target/screenshots}. */
    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(false));
    }

    /** Nothing that axe calls serious or critical is on the page. */
    public static void hasNoSeriousAxeIssue(Page page) {
        var serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> page.url() + ": " + rule.getId() + " " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .toList())
                        .toList();
        assertThat(serious).isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private Page page(int width, int height, ColorScheme scheme) {
        return page(
                width,
                height,
                chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)));
    }

    private Page page(int width, int height, BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(width + "×" + height + " " + page.url() + " " + message.text());
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
