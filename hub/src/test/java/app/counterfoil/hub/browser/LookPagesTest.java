package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.PictureOfAShop;
import app.counterfoil.hub.seller.Role;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** The look of documents in a browser: a picture of any size is made to fit before it is sent. */
class LookPagesTest extends BrowserBench {

    @Test
    void aShopGivesItsLogoAndItsLanguage() {
        var here = signedIn(Role.BOOKKEEPER);
        here.open("/invoices/look");
        here.looksRight("look-none");
        here.page()
                .getByLabel("Logo")
                .setInputFiles(new FilePayload("logo.png", "image/png", PictureOfAShop.file("png", 2_400, 800)));
        here.page().getByText("It is ready to be saved.").waitFor();
        here.page().getByLabel("Language").selectOption("German");
        here.page().getByLabel("A line of your own at the foot").fill("Company number 00000000 (made up)");
        here.press("Save");
        assertThat(here.text()).contains("Saved. It counts for documents from now on.", "German");
        assertThat(here.page().getByAltText("The logo that counts now").evaluate("picture => picture.naturalWidth"))
                .isEqualTo(640);
        here.looksRight("look");
        assertThat(browser.troubles()).isEmpty();
    }
}
