package app.counterfoil.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page is added without a browser that looks at it: each template has its picture, taken by a test of this package. */
class EveryTemplateSeenTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path TESTS = Path.of("src/test/java/app/counterfoil/hub/browser");

    /** Parts of pages, and what becomes a PDF. */
    private static final Set<String> NO_PAGES = Set.of(
            "shell/layout",
            "shell/pieces",
            "seller/business-fields",
            "invoice/pdf",
            "register/pdf",
            "rights/bundle",
            "vatreturn/device");

    private static final Map<String, String> PICTURES = Map.ofEntries(
            Map.entry("channel/connect", "connect"),
            Map.entry("channel/connections", "connections"),
            Map.entry("dispatch/address", "address"),
            Map.entry("dispatch/dispatch", "dispatch-troubled"),
            Map.entry("dispatch/new-label", "new-label"),
            Map.entry("dispatch/tracking", "tracking"),
            Map.entry("accounting/bookkeeping", "bookkeeping"),
            Map.entry("accounting/compare", "bookkeeping-compare"),
            Map.entry("accounting/codes", "books"),
            Map.entry("accounting/accounts", "accounts-in-files"),
            Map.entry("payout/list", "payouts"),
            Map.entry("payout/new", "payout-new"),
            Map.entry("payout/look", "payout-look"),
            Map.entry("payout/settlement", "payout"),
            Map.entry("payout/lines", "payout-lines"),
            Map.entry("vatreturn/periods", "vat-periods"),
            Map.entry("vatreturn/return", "vat-return"),
            Map.entry("vatreturn/box", "vat-box"),
            Map.entry("vatreturn/purchases", "vat-purchases"),
            Map.entry("vatreturn/import", "vat-import"),
            Map.entry("vatreturn/charges", "vat-charges"),
            Map.entry("vatreturn/onestop", "onestop"),
            Map.entry("vatreturn/onestop-return", "onestop-return"),
            Map.entry("vatreturn/onestop-documents", "onestop-documents"),
            Map.entry("vatreturn/onestop-rates", "onestop-rates"),
            Map.entry("invoice/invoices", "invoices-not-issued"),
            Map.entry("invoice/documents", "documents"),
            Map.entry("bookkeeper/room", "room"),
            Map.entry("export/papers", "papers"),
            Map.entry("invoice/products", "products"),
            Map.entry("invoice/rates", "rates"),
            Map.entry("invoice/vat", "vat-said"),
            Map.entry("invoice/evidence", "evidence"),
            Map.entry("invoice/consolidated", "consolidated"),
            Map.entry("invoice/credit", "credit"),
            Map.entry("invoice/forms", "invoice-forms"),
            Map.entry("invoice/look", "look"),
            Map.entry("invoice/refunds", "refunds"),
            Map.entry("order/attention", "attention"),
            Map.entry("order/list", "orders"),
            Map.entry("order/one", "order-sent"),
            Map.entry("privacy/policy", "public-policy"),
            Map.entry("privacy/promises", "promises"),
            Map.entry("privacy/publish-policy", "publish-policy"),
            Map.entry("privacy/disclosures", "disclosures"),
            Map.entry("rights/requests", "requests"),
            Map.entry("rights/new-request", "new-request"),
            Map.entry("rights/request", "request"),
            Map.entry("rights/public-form", "public-form"),
            Map.entry("rights/public-code", "public-code"),
            Map.entry("rights/public-copy", "public-copy"),
            Map.entry("rights/public-thanks", "public-thanks"),
            Map.entry("rights/public-stop", "public-stop"),
            Map.entry("rights/receipt", "receipt"),
            Map.entry("rights/letter", "request-letter"),
            Map.entry("rights/letter-written", "letter-written"),
            Map.entry("rights/correction", "correction"),
            Map.entry("rights/your-data", "your-data"),
            Map.entry("privacy/recipients", "recipients"),
            Map.entry("privacy/recipient", "recipient"),
            Map.entry("review/access", "access-review"),
            Map.entry("review/list", "reviews"),
            Map.entry("review/one", "review"),
            Map.entry("export/list", "exports"),
            Map.entry("export/new", "export-new"),
            Map.entry("export/one", "export"),
            Map.entry("seller/tokens", "tokens"),
            Map.entry("export/whose", "export-whose"),
            Map.entry("breach/list", "breaches"),
            Map.entry("breach/new", "breach-new"),
            Map.entry("breach/one", "breach"),
            Map.entry("breach/people", "breach-people"),
            Map.entry("marketing/marketing", "marketing"),
            Map.entry("marketing/people", "marketing-people"),
            Map.entry("marketing/person", "marketing-person"),
            Map.entry("marketing/new-consent", "marketing-new"),
            Map.entry("marketing/wordings", "marketing-wordings"),
            Map.entry("marketing/sign-up", "newsletter"),
            Map.entry("marketing/thanks", "newsletter-thanks"),
            Map.entry("marketing/confirm", "newsletter-confirm"),
            Map.entry("marketing/unsubscribe", "unsubscribe"),
            Map.entry("register/register", "register"),
            Map.entry("register/text", "register-text"),
            Map.entry("seller/business", "business"),
            Map.entry("seller/ends", "ends"),
            Map.entry("seller/journal", "journal"),
            Map.entry("seller/new-password", "new-password"),
            Map.entry("order/hold", "legal-hold"),
            Map.entry("order/holds", "legal-holds"),
            Map.entry("order/legal-hold", "legal-hold-new"),
            Map.entry("seller/once-more", "password-once-more"),
            Map.entry("seller/why", "why"),
            Map.entry("seller/policy", "policy"),
            Map.entry("seller/password", "password"),
            Map.entry("seller/people", "people"),
            Map.entry("seller/person", "person"),
            Map.entry("seller/set-up", "set-up"),
            Map.entry("seller/sign-in", "sign-in"),
            Map.entry("shell/refused", "refused"),
            Map.entry("shell/work", "work-running"));

    @Test
    void everyTemplateIsAPageThatIsLookedAtOrAPartOfOne() throws IOException {
        var known = new TreeSet<>(PICTURES.keySet());
        known.addAll(NO_PAGES);
        assertThat(templates()).isEqualTo(known);
    }

    @Test
    void eachPictureIsTakenByATest() throws IOException {
        var tests = new StringBuilder();
        for (var name : List.of(
                "BookkeepingPagesTest",
                "ConsolidatedPagesTest",
                "CreditPagesTest",
                "InvoiceFormsPageTest",
                "EveryPageTest",
                "ExportPagesTest",
                "FirstDayTest",
                "LookPagesTest",
                "MarketingPagesTest",
                "OfficePagesTest",
                "PayoutPagesTest",
                "OneStopPagesTest",
                "RequestPagesTest",
                "RetentionPagesTest",
                "RoomPagesTest",
                "TokenPagesTest",
                "TroubledPagesTest",
                "VatPagesTest",
                "VatReturnPagesTest")) {
            tests.append(Files.readString(TESTS.resolve(name + ".java")));
        }
        assertThat(PICTURES.values()).allMatch(picture -> tests.indexOf('"' + picture + '"') >= 0);
    }

    private static Set<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
