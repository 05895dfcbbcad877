package app.counterfoil.hub.seller;

import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.Cause;
import app.counterfoil.hub.breach.Harm;
import app.counterfoil.hub.breach.Incident;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.CopyFormat;
import app.counterfoil.hub.export.ExportPurpose;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.MakeCopy;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.marketing.ConsentGiven;
import app.counterfoil.hub.marketing.ConsentProof;
import app.counterfoil.hub.marketing.ConsentState;
import app.counterfoil.hub.marketing.Consents;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.retention.CaseReference;
import app.counterfoil.hub.retention.LegalHold;
import app.counterfoil.hub.retention.LegalHoldReason;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.ReviewPeriod;
import app.counterfoil.hub.review.AccessReviews;
import app.counterfoil.hub.review.Reviews;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.vatreturn.Purchase;
import app.counterfoil.hub.vatreturn.PurchaseKind;
import app.counterfoil.hub.vatreturn.Purchases;
import app.counterfoil.hub.vatreturn.TaxOfficeAccounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop of others in the same installation, with one of everything that a shop can have. */
final class TheirShop {

    private final BeanFactory hub;
    private final SignedIn owner;
    private final Account account;
    private final OrderId order;
    private final UUID parcel;
    private final UUID invoice;
    private final String work;
    private final UUID request;

    /** Gives that owner's shop an order, a parcel, an invoice, work that runs and an order that cannot be read. */
    TheirShop(BeanFactory hub, SignedIn owner) {
        this.hub = hub;
        this.owner = owner;
        var shops = new MadeUpShops(hub);
        if (part(Accounts.class).of(shop()).isEmpty()) {
            shops.connect(shop(), OutsideService.EBAY);
            shops.connect(shop(), OutsideService.ROYAL_MAIL);
            shops.connect(shop(), OutsideService.XERO);
            shops.connect(shop(), OutsideService.HMRC);
        }
        account = part(Accounts.class).of(shop()).get(0);
        part(DownloadOrders.class).from(account);
        var ready = shops.ready(shop()).limit(2).map(OrderFacts::id).toList();
        order = ready.get(0);
        parcel = part(BookShipments.class)
                .book(
                        owner,
                        ready.subList(1, 2),
                        ParcelWishes.all(new ParcelWish("TPN24", "smallParcel", new Weight(450))),
                        done -> {})
                .get(0)
                .shipment()
                .orElseThrow()
                .id();
        invoice = part(IssueInvoices.class)
                .forOrder(shop(), ready.get(1), true, Optional.empty())
                .id();
        part(OrdersPutAside.class)
                .keep(account, "THEIR-UNREAD-1", "A field is missing.", "Look at it.", new byte[] {1});
        request = asked();
        work = part(LongWork.class)
                .start(
                        "Their work",
                        shop().toString(),
                        owner.id().toString(),
                        new LongWork.Back("/orders", "Back"),
                        progress -> new LongWork.Done("Their work is done.", "/orders", "Go on"));
    }

    /** Somebody has asked them for something. */
    private UUID asked() {
        return part(TakeInRequests.class)
                .takeIn(
                        shop(),
                        new TakeInRequests.Incoming(
                                RequestKind.ERASURE,
                                Door.STAFF,
                                Law.UK,
                                LocalDate.of(2026, 1, 2),
                                new Requester("Testa Demoson", "", "", "", "", List.of(), "")),
                        Optional.of(owner.id()));
    }

    <T> T part(Class<T> type) {
        return hub.getBean(type);
    }

    private SellerId shop() {
        return owner.seller();
    }

    UUID request() {
        return request;
    }

    SignedIn owner() {
        return owner;
    }

    Account account() {
        return account;
    }

    /** Their account at an accounting service. */
    Account ledger() {
        return part(LedgerAccounts.class).of(shop()).get(0);
    }

    /** A posting that was refused there, and could be tried again. */
    UUID posting() {
        var posting = UUID.randomUUID();
        part(SellerTransactions.class).run(shop(), () -> part(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO accounting_posting
                               (seller_id, posting_id, account_id, way, day, number, currency, net_minor, vat_minor,
                                gross_minor, names_somebody, state, made_at, may_be_there, wrong)
                        VALUES (:seller, :posting, :account, 'SUMMARY', '2026-01-02', :number, 'GBP', 0, 0, 0, false,
                                'REFUSED', now(), false, 'Theirs.')
                        """)
                .param("seller", shop().value())
                .param("posting", posting)
                .param("account", ledger().id())
                .param("number", "CF-" + posting)
                .update());
        return posting;
    }

    /** Their account at the tax office. */
    Account taxOffice() {
        return part(TaxOfficeAccounts.class).of(shop()).orElseThrow();
    }

    /** Something they have bought. */
    UUID purchase() {
        var purchase = new Purchase(
                UUID.randomUUID(),
                PurchaseKind.BOUGHT,
                LocalDate.of(2026, 1, 2),
                Optional.empty(),
                "T-" + UUID.randomUUID(),
                Money.pence(10_00),
                Money.pence(2_00));
        part(Purchases.class).note(shop(), purchase, owner.id());
        return purchase.id();
    }

    OrderId order() {
        return order;
    }

    UUID parcel() {
        return parcel;
    }

    UUID invoice() {
        return invoice;
    }

    /** The page of the work that runs. */
    String work() {
        return work;
    }

    List<OrderFacts> orders() {
        return part(Orders.class).page(shop(), OrderFilter.all(), Optional.empty(), 100);
    }

    String number() {
        return part(Orders.class).one(shop(), order).orElseThrow().channelOrderId();
    }

    UUID unreadOrder() {
        return part(OrdersPutAside.class).of(shop()).get(0).id();
    }

    SignedIn packer() {
        return part(People.class).byEmail("packer@theirs.example").orElseThrow();
    }

    /** Somebody who has left. */
    UUID leaver() {
        var people = part(People.class);
        if (people.left(owner).isEmpty()) {
            part(AddPerson.class)
                    .add(shop(), Role.PACKER, "Leaver of theirs", "leaver@theirs.example", MadeUpShops.PASSWORD);
            part(ChangeAccess.class)
                    .end(
                            owner,
                            people.byEmail("leaver@theirs.example")
                                    .orElseThrow()
                                    .id());
        }
        return people.left(owner).get(0).id();
    }

    UUID legalHold() {
        var holds = part(LegalHolds.class);
        return holds.all(shop()).stream()
                .map(LegalHold::id)
                .findFirst()
                .orElseGet(() -> holds.hold(
                        shop(),
                        order.value(),
                        LegalHoldReason.CLAIM_BY_BUYER,
                        new CaseReference("TH-2026-9"),
                        owner,
                        ReviewPeriod.LONGEST));
    }

    /** Who was asked whether they agree to their mail. */
    UUID subscriber() {
        var waiting = part(Consents.class).in(shop(), ConsentState.AWAITING, 0, 1);
        if (!waiting.isEmpty()) {
            return waiting.get(0).person();
        }
        var wording = part(Wordings.class)
                .write(shop(), WordingKind.CONSENT, "Shop theirs may write to me.", Optional.of(owner.id()));
        var given = new ConsentGiven(ConsentProof.PAPER, wording, LocalDate.of(2026, 1, 2), "BOX-1", false, false);
        var unused = part(TakeInConsent.class)
                .byStaff(
                        shop(),
                        List.of(new Contact("subscriber@theirs.example")),
                        given,
                        owner.id(),
                        new PublicAddress("https://hub.example"));
        return subscriber();
    }

    UUID incident() {
        var breaches = part(Breaches.class);
        return breaches.all(shop()).stream()
                .map(Incident::id)
                .findFirst()
                .orElseGet(() -> breaches.open(
                        owner,
                        new Incident.Told(
                                false,
                                Set.of(Harm.CONFIDENTIALITY),
                                Cause.OTHER,
                                Optional.empty(),
                                Instant.EPOCH,
                                Instant.EPOCH)));
    }

    private List<Object> reviews() {
        return List.of(
                part(Reviews.class).all(shop()), part(AccessReviews.class).all(shop()));
    }

    UUID token() {
        var tokens = part(ApiTokens.class);
        if (tokens.all(shop()).isEmpty()) {
            tokens.make(owner, "Program of theirs", Set.of(ApiScope.RIGHTS_REQUESTS), ApiTokens.USUAL_DAYS);
        }
        return tokens.all(shop()).get(0).id();
    }

    UUID copy() {
        return part(Copies.class).latest(shop(), 1).stream()
                .map(Copy::id)
                .findFirst()
                .orElseGet(() -> {
                    var wish = new ExportWish(
                            ExportPurpose.DELIVERY,
                            Optional.empty(),
                            "for the test",
                            CopyFormat.CSV,
                            ExportWish.USUAL_DAYS,
                            OrderFilter.all());
                    var make = part(MakeCopy.class);
                    var maker = Maker.of(owner);
                    return make.make(maker, wish, make.begin(maker, wish), (done, total, sentence) -> {})
                            .id();
                });
    }

    /** All that a stranger's request could have changed; what the courier has is its own to tell. */
    List<Object> everything() {
        var people = part(People.class);
        return Arrays.asList(
                orders(),
                orders().stream()
                        .map(each -> part(Shipments.class).ofOrder(shop(), each.id()))
                        .toList(),
                orders().stream()
                        .map(each -> part(Timeline.class).of(shop(), each.id()))
                        .toList(),
                part(Invoices.class).latest(shop(), 100),
                part(VatClasses.class).of(shop()),
                part(Accounts.class).of(shop()),
                part(OrdersPutAside.class).of(shop()),
                part(LegalHolds.class).all(shop()),
                part(Breaches.class).all(shop()).stream()
                        .map(each -> part(Breaches.class).one(shop(), each.id()))
                        .toList(),
                reviews(),
                part(Copies.class).latest(shop(), 100),
                part(ApiTokens.class).all(shop()),
                part(Consents.class).counts(shop()),
                part(Consents.class).history(shop(), subscriber()),
                part(RetentionPolicies.class).history(shop()),
                part(SellerDetails.class).of(shop()),
                people.all(owner),
                people.left(owner),
                people.byEmail("owner@theirs.example").orElseThrow().access());
    }

    /** Texts that stand on their pages, and may stand on none of anybody else. */
    List<String> marks() {
        return List.of(
                number(),
                "THEIR-UNREAD-1",
                "Shop theirs",
                "Owner of theirs",
                "Leaver of theirs",
                part(Shipments.class).of(shop(), List.of(parcel)).get(0).trackingNumber());
    }
}
