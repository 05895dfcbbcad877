package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file of orders is asked for, made, downloaded and withdrawn on pages that look right. */
class ExportPagesTest extends BrowserBench {

    @Test
    void aFileIsMadeDownloadedAndWithdrawn() throws Exception {
        var here = signedIn(Role.OWNER);
        here.open("/exports");
        here.looksRight("exports-empty");
        here.open("/orders?state=READY");
        here.follow("As a file");
        assertThat(here.page().getByLabel("State").inputValue()).isEqualTo("READY");
        here.looksRight("export-new");
        here.page().getByLabel("Purpose").selectOption("DELIVERY");
        here.page().getByLabel("Recipient").selectOption("ROYAL_MAIL");
        here.page().getByLabel("Reason").fill("The carrier collects by hand on Monday.");
        here.page().getByLabel("File format").selectOption("CSV_FOR_EXCEL");
        here.press("Make the file");
        assertThat(here.text()).contains("the agreement with it does not cover order number");
        assertThat(here.page().getByLabel("Reason").inputValue()).startsWith("The carrier");
        here.looksRight("export-refused");
        here.page().getByLabel("Recipient").selectOption("");
        here.press("Make the file");
        here.page().getByText("Go on to download it").waitFor();
        here.follow("Go on to download it");
        assertThat(here.text()).contains("Own copy (a file in the shop)", "The carrier collects", "Nobody.");
        var download = here.page()
                .waitForDownload(() -> here.page().getByText("Download it").click());
        assertThat(download.suggestedFilename()).isEqualTo("orders-copy-1.csv");
        assertThat(Files.readString(Path.of(download.path().toString()))).contains("Copy 1 of Demo Shop (made up)");
        itsCopyIsTold(here, download.path());
        here.open("/exports");
        here.looksRight("exports");
        here.follow("Copy 1");
        here.looksRight("export");
        here.press("Withdraw it");
        assertThat(here.text()).contains("It is withdrawn", "Nobody can download it.");
        here.looksRight("export-withdrawn");
        assertThat(browser.troubles()).isEmpty();
    }

    private static void itsCopyIsTold(ShopInABrowser here, Path file) {
        here.open("/exports/whose");
        here.page().getByLabel("Rows of it").fill("Nothing of ours");
        here.press("Tell whose it is");
        assertThat(here.text()).contains("It is none of the shop's copies.");
        here.page().getByLabel("The file itself").setInputFiles(file);
        here.page().getByText("It is copy 1.").waitFor();
        here.looksRight("export-whose");
    }
}
