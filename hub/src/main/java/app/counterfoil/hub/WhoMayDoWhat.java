package app.counterfoil.hub;

import static app.counterfoil.hub.seller.Role.BOOKKEEPER;
import static app.counterfoil.hub.seller.Role.DATA_PROTECTION;
import static app.counterfoil.hub.seller.Role.OWNER;
import static app.counterfoil.hub.seller.Role.PACKER;
import static app.counterfoil.hub.seller.Role.SERVICE;

import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.RulesOfPages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Who may do what: the one table of all pages and acts. The navigation and the buttons follow it, and a page that it does
 * not name is open to nobody. Whom somebody may <em>see</em> is another question, answered by {@link Role#carries}.
 */
@Component
class WhoMayDoWhat implements RulesOfPages {

    private static final String CONSOLIDATED = "/orders/{id}/invoice/consolidated";

    @Override
    public List<Rule> rules() {
        return Stream.of(
                        ofTheWork(),
                        ofBooks(),
                        ofReturns(),
                        ofPayouts(),
                        ofExports(),
                        ofTheShop(),
                        ofTheOffice(),
                        ofRequests(),
                        ofBreaches(),
                        ofReviews(),
                        ofMarketing())
                .flatMap(List::stream)
                .toList();
    }

    /** Orders, parcels, invoices, and what everybody has. */
    private static List<Rule> ofTheWork() {
        return List.of(
                open("/", "/work/{id}", "/work/{id}/events").to(Role.values()),
                open("/password").to(Role.values()),
                act("/look", "/password", "/password/sign-out").to(Role.values()),
                // Orders, without people for those whose role opens none.
                open("/orders", "/orders/search", "/orders/{id}").to(Role.values()),
                act("/orders/search").to(Role.values()),
                act("/orders/{id}/hold", "/orders/{id}/release").to(OWNER, PACKER, SERVICE),
                act("/orders/{id}/cancel", "/orders/{id}/return").to(OWNER, SERVICE),
                open("/attention").to(OWNER, SERVICE),
                act("/attention/{id}/try", "/attention/{id}/seen-to").to(OWNER, SERVICE),
                // Parcels.
                open("/dispatch", "/dispatch/**").to(OWNER, PACKER),
                act("/dispatch/**").to(OWNER, PACKER),
                // Invoices.
                open("/invoices", "/invoices/products", "/invoices/vat", "/invoices/rates", "/invoices/{id}/pdf")
                        .to(OWNER, BOOKKEEPER),
                act("/invoices/products", "/invoices/products/most", "/invoices/rates", "/invoices/open/try")
                        .to(OWNER, BOOKKEEPER),
                open("/invoices/documents").to(OWNER, BOOKKEEPER),
                act("/invoices/documents").to(OWNER, BOOKKEEPER),
                open("/invoices/{id}/forms", "/invoices/{id}/xml", "/invoices/{id}/ubl")
                        .to(OWNER, BOOKKEEPER),
                open("/invoices/look", "/invoices/look/sample", "/invoices/look/{id}/logo")
                        .to(OWNER, BOOKKEEPER),
                act("/invoices/look").to(OWNER, BOOKKEEPER),
                open("/orders/{id}/pro-forma").to(OWNER, SERVICE),
                open("/invoices/refunds", "/invoices/{id}/credit", CONSOLIDATED).to(OWNER, BOOKKEEPER),
                act("/invoices/refunds", "/invoices/{id}/credit", CONSOLIDATED).to(OWNER, BOOKKEEPER),
                open("/invoices/evidence").to(OWNER, BOOKKEEPER),
                act("/invoices/evidence", "/invoices/evidence/withdraw").to(OWNER, BOOKKEEPER),
                act("/invoices/vat", "/invoices/vat/withdraw", "/invoices/vat/rates", "/invoices/vat/rates/withdraw")
                        .to(OWNER, BOOKKEEPER),
                act("/orders/{id}/invoice", "/orders/{id}/invoice/full", "/orders/{id}/invoice/modified")
                        .to(OWNER, BOOKKEEPER),
                act("/orders/{id}/invoice/number/ask").to(OWNER, BOOKKEEPER),
                act("/orders/{id}/invoice/aside", "/orders/{id}/invoice/place", "/orders/{id}/invoice/number")
                        .to(OWNER, BOOKKEEPER));
    }

    /** What is entered into the books; how decides whether the accounting service is told names. */
    private static List<Rule> ofBooks() {
        return List.of(
                open("/books").to(OWNER, BOOKKEEPER),
                open("/bookkeeping/**").to(OWNER, BOOKKEEPER),
                act("/bookkeeping/{account}/codes")
                        .to(OWNER, BOOKKEEPER)
                        .withThePassword("Changing what goes into the books"),
                act("/bookkeeping/accounts").to(OWNER, BOOKKEEPER),
                act("/bookkeeping/{account}/try", "/bookkeeping/postings/{id}/again")
                        .to(OWNER, BOOKKEEPER));
    }

    /** VAT returns, and what they are made of. */
    private static List<Rule> ofReturns() {
        return List.of(
                open("/vat/**").to(OWNER, BOOKKEEPER),
                act("/vat/periods", "/vat/purchases", "/vat/purchases/file", "/vat/purchases/import")
                        .to(OWNER, BOOKKEEPER),
                act("/vat/purchases/{id}/paid", "/vat/purchases/{id}/withdraw").to(OWNER, BOOKKEEPER),
                act("/vat/office/{account}/periods", "/vat/office/{account}/charges", "/vat/{start}/ask")
                        .to(OWNER, BOOKKEEPER),
                act("/vat/{start}/submit").to(OWNER, BOOKKEEPER).withThePassword("Submitting a VAT return"),
                act("/vat/{start}/submitted").to(OWNER, BOOKKEEPER).withThePassword("Freezing a VAT return"),
                act("/vat/{start}/withdraw").to(OWNER, BOOKKEEPER).withThePassword("Taking back a VAT return"),
                act("/vat/one-stop-shop/rates", "/vat/one-stop-shop/rates/file").to(OWNER, BOOKKEEPER),
                act("/vat/one-stop-shop/{scheme}/{start}/submitted")
                        .to(OWNER, BOOKKEEPER)
                        .withThePassword("Freezing a return of a One Stop Shop"),
                act("/vat/one-stop-shop/{scheme}/{start}/withdraw")
                        .to(OWNER, BOOKKEEPER)
                        .withThePassword("Taking back a return of a One Stop Shop"));
    }

    /** What channels have paid out. */
    private static List<Rule> ofPayouts() {
        return List.of(
                open("/payouts", "/payouts/new", "/payouts/{id}", "/payouts/{id}/lines", "/payouts/{id}/lines.csv")
                        .to(OWNER, BOOKKEEPER),
                open("/payouts/{id}/differences.csv").to(OWNER, BOOKKEEPER),
                act("/payouts/{account}/look", "/payouts/{account}/file", "/payouts/{id}/remove")
                        .to(OWNER, BOOKKEEPER),
                act("/payouts/{id}/looks", "/payouts/{id}/looks/withdraw").to(OWNER, BOOKKEEPER));
    }

    /** Files of orders; whom one names decides its purpose, and who may make and fetch it. */
    private static List<Rule> ofExports() {
        return List.of(
                // Who has leaked something is the business of those who answer for the data.
                open("/exports/whose").to(OWNER, DATA_PROTECTION),
                act("/exports/whose", "/exports/whose/file").to(OWNER, DATA_PROTECTION),
                open("/exports/papers").to(OWNER, BOOKKEEPER),
                open("/exports", "/exports/new", "/exports/{id}", "/exports/{id}/file")
                        .to(Role.values()),
                act("/exports/papers").to(OWNER, BOOKKEEPER).withThePassword("Making a file of documents"),
                act("/exports").to(Role.values()).withThePassword("Making a file of orders"),
                act("/exports/{id}/withdraw").to(Role.values()));
    }

    /** Who and what belongs to the shop. */
    private static List<Rule> ofTheShop() {
        return List.of(
                open("/connections", "/connections/new", "/connections/{id}/credentials")
                        .to(OWNER),
                act("/connections").to(OWNER).withThePassword("Connecting an account"),
                act("/connections/{id}/credentials").to(OWNER).withThePassword("Changing credentials"),
                act("/connections/{id}/remove").to(OWNER).withThePassword("Removing an account"),
                act("/connections/{id}/download").to(OWNER),
                open("/business").to(OWNER),
                act("/business", "/business/accounting-year").to(OWNER),
                open("/people/{id}", "/tokens").to(OWNER),
                act("/tokens").to(OWNER).withThePassword("Making a token"),
                act("/tokens/{id}/revoke").to(OWNER),
                act("/people").to(OWNER).withThePassword("Adding somebody"),
                act("/people/{id}/role").to(OWNER).withThePassword("Changing a role"),
                act("/people/{id}/password").to(OWNER).withThePassword("Giving somebody a new password"),
                act("/people/{id}/sign-out").to(OWNER),
                act("/people/{id}/end").to(OWNER).withThePassword("Ending somebody's access"),
                act("/people/{id}/back").to(OWNER).withThePassword("Giving somebody access back"));
    }

    /** Answering for the data: who received it, and what is kept for how long. */
    private static List<Rule> ofTheOffice() {
        return List.of(
                open(
                                "/people",
                                "/journal",
                                "/disclosures",
                                "/disclosures/month.csv",
                                "/recipients/**",
                                "/ends/**",
                                "/holds/**")
                        .to(OWNER, DATA_PROTECTION),
                act("/recipients/{service}").to(OWNER, DATA_PROTECTION).withThePassword("Changing an agreement"),
                act("/recipients/{service}/end").to(OWNER, DATA_PROTECTION).withThePassword("Ending an agreement"),
                open("/register/**").to(OWNER, DATA_PROTECTION),
                act("/register/contacts/{part}", "/register/notes/{purpose}")
                        .to(OWNER, DATA_PROTECTION)
                        .withThePassword("Changing the register"),
                open("/orders/{id}/legal-hold").to(OWNER),
                act("/ends/policy").to(OWNER).withThePassword("Changing how long data is kept"),
                act("/ends/clock/right").to(OWNER).withThePassword("Letting data end by this clock"),
                act("/ends/clock").to(OWNER),
                act("/ends/why").to(OWNER, DATA_PROTECTION),
                act("/orders/{id}/legal-hold").to(OWNER).withThePassword("Putting people's data on hold"),
                act("/holds/{id}/release").to(OWNER).withThePassword("Ending a legal hold"),
                act("/holds/{id}/review").to(OWNER));
    }

    /** What people ask for about their own data; whoever answers buyers takes it in. */
    private static List<Rule> ofRequests() {
        return List.of(
                open("/requests/new").to(OWNER, SERVICE, DATA_PROTECTION),
                act("/requests").to(OWNER, SERVICE, DATA_PROTECTION),
                open("/requests", "/requests/{id}").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/said", "/requests/{id}/identity", "/requests/{id}/look")
                        .to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/orders", "/requests/{id}/refuse").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/notices/{service}").to(OWNER, DATA_PROTECTION),
                open("/requests/{id}/letter", "/requests/{id}/letters/{letter}").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/letter", "/requests/{id}/letters/{letter}/again")
                        .to(OWNER, DATA_PROTECTION),
                open("/requests/{id}/bundle.pdf", "/requests/bundle.schema.json")
                        .to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/bundle").to(OWNER, DATA_PROTECTION).withThePassword("Making a copy of all data"),
                act("/requests/{id}/erase").to(OWNER, DATA_PROTECTION).withThePassword("Erasing somebody's data"),
                act("/requests/staff").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/account")
                        .to(OWNER, DATA_PROTECTION)
                        .withThePassword("Putting somebody's account right"),
                open("/your-data", "/your-data/{id}/bundle.pdf").to(Role.values()),
                act("/your-data").to(Role.values()),
                open("/requests/{id}/orders/{order}/correct").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/orders/{order}/correct")
                        .to(OWNER, DATA_PROTECTION)
                        .withThePassword("Putting somebody's data right"),
                act("/requests/{id}/orders/{order}/statement").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/restrict").to(OWNER, DATA_PROTECTION),
                act("/requests/{id}/lift").to(OWNER, DATA_PROTECTION).withThePassword("Lifting a restriction"));
    }

    /** What has happened to personal data, and what is owed for it. */
    private static List<Rule> ofBreaches() {
        return List.of(
                open("/breaches/**").to(OWNER, DATA_PROTECTION),
                act("/breaches", "/breaches/{id}/scope", "/breaches/{id}/texts", "/breaches/{id}/done")
                        .to(OWNER, DATA_PROTECTION),
                act("/breaches/{id}/people", "/breaches/{id}/people/again").to(OWNER, DATA_PROTECTION),
                act("/breaches/{id}/people/letters")
                        .to(OWNER, DATA_PROTECTION)
                        .withThePassword("Writing to the people of an incident"),
                act("/breaches/{id}/not-needed")
                        .to(OWNER, DATA_PROTECTION)
                        .withThePassword("Deciding that a duty is not owed"),
                act("/breaches/{id}/close").to(OWNER, DATA_PROTECTION).withThePassword("Closing an incident"));
    }

    /** What is looked at again, and what people are promised. */
    private static List<Rule> ofReviews() {
        return List.of(
                open("/promises", "/promises/policy").to(OWNER, DATA_PROTECTION),
                act("/promises/policy").to(OWNER, DATA_PROTECTION).withThePassword("Publishing the privacy policy"),
                open("/reviews/**").to(OWNER, DATA_PROTECTION),
                // Before the next, whose pattern fits these as well.
                act("/reviews/access", "/reviews/access/people/{id}", "/reviews/access/tokens/{id}")
                        .to(OWNER),
                act("/reviews/access/close").to(OWNER).withThePassword("Closing the review of access"),
                act("/reviews/{kind}/{thing}", "/reviews/{kind}/{thing}/plan").to(OWNER, DATA_PROTECTION));
    }

    /** Who has agreed to marketing. */
    private static List<Rule> ofMarketing() {
        return List.of(
                open("/marketing/**").to(OWNER, DATA_PROTECTION),
                act("/marketing/search", "/marketing/people", "/marketing/wordings")
                        .to(OWNER, DATA_PROTECTION),
                act("/marketing/audiences/{account}/try", "/marketing/audiences/{account}/tell")
                        .to(OWNER, DATA_PROTECTION),
                act("/marketing/people/{id}/ask", "/marketing/people/{id}/end").to(OWNER, DATA_PROTECTION));
    }

    private record Asked(HttpMethod method, List<String> paths) {
        Rule to(Role... roles) {
            return new Rule(Set.of(roles), method, paths, Optional.empty());
        }
    }

    private static Asked open(String... paths) {
        return new Asked(HttpMethod.GET, List.of(paths));
    }

    private static Asked act(String... paths) {
        return new Asked(HttpMethod.POST, List.of(paths));
    }
}
