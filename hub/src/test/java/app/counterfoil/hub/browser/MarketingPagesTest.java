package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Consent to marketing, on the pages of the shop and on those that are open to everybody. */
class MarketingPagesTest extends BrowserBench {

    private static final Pattern CONFIRM = Pattern.compile("(/newsletter/\\S+/confirm/\\S+)");
    private static final Pattern END = Pattern.compile("(/unsubscribe/\\S+)");

    @Autowired
    private LettersGoOut letters;

    @Autowired
    private SyncAudiences sync;

    @Test
    void wordsAreWrittenPeopleTakenInAndTheirHistoryIsShown() {
        var here = signedIn(Role.DATA_PROTECTION);
        here.open("/marketing");
        here.looksRight("marketing-empty");
        here.follow("Write the words");
        writeWords(here, "Yes, you may write to me.");
        assertThat(here.text()).contains("Name the shop in them");
        writeWords(
                here,
                "Yes, Demo Shop (made up) may write to me by e-mail about its own goods. I can end it at any time.");
        here.looksRight("marketing-wordings");
        here.open("/marketing/people/new");
        here.page()
                .getByLabel("Proof", new Page.GetByLabelOptions().setExact(true))
                .selectOption("PAPER");
        here.page().getByLabel("Addresses").fill("paper1@buyer.example\nno address\npaper2@buyer.example");
        here.press("Take them in");
        assertThat(here.text()).contains("It is not said where the proof lies.");
        here.looksRight("marketing-new");
        here.page().getByLabel("Where the proof lies").fill("BOX-7/12");
        here.press("Take them in");
        assertThat(here.text()).contains("Line 2: That is no whole e-mail address.", "Asked, not confirmed");
        here.looksRight("marketing");
        here.follow("Asked, not confirmed");
        here.looksRight("marketing-people");
        here.follow("paper1@buyer.example");
        assertThat(here.text()).contains("Paper, at BOX-7/12", "Asked by letter to confirm");
        here.looksRight("marketing-person");
        here.page()
                .getByText("They want no more", new Page.GetByTextOptions().setExact(true))
                .click();
        here.press("Yes, end it");
        assertThat(here.text()).contains("Address destroyed");
        here.looksRight("marketing-person-ended");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void somebodySignsUpConfirmsAndEndsItWithOneClick() {
        var here = signedIn(Role.OWNER);
        here.open("/marketing/wordings");
        writeWords(here, "Yes, Demo Shop (made up) may write to me by e-mail about its own goods.");
        var stranger = new ShopInABrowser(browser, port);
        stranger.open("/newsletter/" + shop);
        stranger.looksRight("newsletter");
        var email = "reader-" + shop + "@buyer.example";
        stranger.page().locator("#email").fill(email);
        stranger.page().locator("input[name=agree]").check();
        stranger.press("Sign up");
        stranger.looksRight("newsletter-thanks");
        letters.of(shop);
        var mail = SANDBOX.mail().taken().stream()
                .filter(each -> each.to().contains(email))
                .findFirst()
                .orElseThrow()
                .text();
        stranger.open(found(CONFIRM, mail));
        stranger.looksRight("newsletter-confirm");
        stranger.press("Yes, I agree");
        assertThat(stranger.text()).contains("It is confirmed.");
        stranger.open(found(END, mail));
        stranger.looksRight("unsubscribe");
        stranger.press("I want no more mail");
        assertThat(stranger.text()).contains("It has ended");
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void anAudienceShowsWhoIsThereAndWhatIsInTheWay() {
        SANDBOX.mailchimp().clear();
        var account = shops.connect(shop, OutsideService.MAILCHIMP);
        var here = signedIn(Role.OWNER);
        here.open("/connections");
        assertThat(here.text()).contains("Told of who has agreed; see Marketing");
        here.looksRight("connections-newsletter");
        here.open("/marketing/wordings");
        writeWords(here, "Yes, Demo Shop (made up) may write to me by e-mail about its own goods.");
        SANDBOX.faults().switchOn(new Faults.Switched("mailchimp", Fault.SERVER_ERROR, 1, 1));
        sync.of(shop);
        here.open("/marketing");
        assertThat(here.text()).contains("Newsletter: " + account.name(), "Mailchimp does not answer");
        here.looksRight("marketing-audience-stopped");
        here.press("Try again");
        sync.of(shop);
        here.press("Have it tell at once who leaves");
        assertThat(here.text()).contains("It tells at once when somebody leaves there");
        here.looksRight("marketing-audience");
        assertThat(browser.troubles()).isEmpty();
    }

    /** As RFC 8058 has it: a POST of the mail program, without a cookie or a token of any form. */
    @Test
    void aMailProgramEndsItByOnePostAndNothingElseIsOpenToIt() throws Exception {
        var end = URI.create("http://127.0.0.1:" + port + "/unsubscribe/" + shop + "/no-such-link");
        assertThat(posted(end)).isEqualTo(200);
        assertThat(posted(URI.create("http://127.0.0.1:" + port + "/newsletter/" + shop)))
                .as("a form needs its token")
                .isNotEqualTo(200);
    }

    private static void writeWords(ShopInABrowser here, String words) {
        here.page()
                .getByLabel("Words", new Page.GetByLabelOptions().setExact(true))
                .fill(words);
        here.press("Write this version");
    }

    private static int posted(URI to) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(to)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String found(Pattern sought, String text) {
        var matcher = sought.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
