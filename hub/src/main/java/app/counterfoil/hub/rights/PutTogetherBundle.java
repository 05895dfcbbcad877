package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.rights.BundleContent.Bought;
import app.counterfoil.hub.rights.BundleContent.Field;
import app.counterfoil.hub.rights.BundleContent.HeldLine;
import app.counterfoil.hub.rights.BundleContent.OrderPart;
import app.counterfoil.hub.rights.BundleContent.PurposeLine;
import app.counterfoil.hub.rights.BundleContent.Received;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.vault.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what a requester is given: all that is held on them, or what they have given themselves. */
@Component
class PutTogetherBundle {

    private static final String SCHEMA = "counterfoil-bundle-1";

    /** What a person has given to have a contract fulfilled, or by consent (Art 20(1)(a)). */
    static final Set<Purpose> GIVEN = EnumSet.of(Purpose.DELIVERY, Purpose.SERVICE, Purpose.MARKETING);

    private static final List<String> RIGHTS = List.of(
            "You can ask for a copy of what is held on you, have it corrected, erased or no longer used, object to a use,"
                    + " and take what you have given with you (Art 15 to 21 UK GDPR). It costs nothing.",
            "You can complain to us about how your data is dealt with; we confirm within 30 days that it has arrived.",
            "You can complain to the Information Commissioner's Office, ico.org.uk, at any time.");

    private final SellerDetails sellers;
    private final RetentionPolicies policies;
    private final NamesRecipients names;
    private final BusinessClock clock;

    PutTogetherBundle(SellerDetails sellers, RetentionPolicies policies, NamesRecipients names, BusinessClock clock) {
        this.sellers = sellers;
        this.policies = policies;
        this.names = names;
        this.clock = clock;
    }

    BundleContent of(SellerId seller, RightsRequest request, List<HeldOnRequester.OfOrder> held, List<HeldPart> apart) {
        var purposes = request.kind() == RequestKind.PORTABILITY ? GIVEN : EnumSet.allOf(Purpose.class);
        return content(
                seller,
                request,
                Stream.concat(
                                held.stream()
                                        .flatMap(order -> order.held().stream())
                                        .map(HeldOnRequester.Held::part),
                                apart.stream())
                        .map(HeldPart::purpose)
                        .filter(purposes::contains)
                        .toList(),
                List.of(),
                held.stream().map(order -> part(order, purposes)).toList(),
                apart);
    }

    /** The same for somebody of the shop about their account. */
    BundleContent ofStaff(SellerId seller, RightsRequest request, List<HeldPart> held) {
        var account = held.stream().map(PutTogetherBundle::line).toList();
        return content(seller, request, held.stream().map(HeldPart::purpose).toList(), account, List.of(), List.of());
    }

    private BundleContent content(
            SellerId seller,
            RightsRequest request,
            List<Purpose> purposes,
            List<HeldLine> account,
            List<OrderPart> orders,
            List<HeldPart> apart) {
        var business = sellers.of(seller);
        var policy = policies.of(seller);
        return new BundleContent(
                SCHEMA,
                request.name(),
                clock.today().toString(),
                business.tradingName() + ", " + String.join(", ", business.address()) + ", " + business.postcode(),
                purposes.stream()
                        .distinct()
                        .sorted()
                        .map(purpose -> new PurposeLine(
                                purpose.title(), purpose.inOrder(), purpose.lawfulBasis(), policy.lifeInWords(purpose)))
                        .toList(),
                account,
                orders,
                apart.stream().map(PutTogetherBundle::line).toList(),
                RIGHTS,
                "Nothing is decided about you by a machine alone.");
    }

    private static HeldLine line(HeldPart part) {
        return new HeldLine(
                part.title(),
                part.purpose().title(),
                part.endsOn().toString(),
                part.lines().stream()
                        .map(line -> new Field(line.label(), line.text()))
                        .toList());
    }

    private OrderPart part(HeldOnRequester.OfOrder of, Set<Purpose> purposes) {
        var order = of.order();
        return new OrderPart(
                order.service().title(),
                order.channelOrderId(),
                Written.dayOf(order.placedAt()),
                order.state().title(),
                of.side() == Side.RECIPIENT ? "" : order.total().toString(),
                order.lines().stream()
                        .map(line -> new Bought(line.sku(), line.title(), line.quantity()))
                        .toList(),
                of.restricted(),
                of.held().stream()
                        .map(HeldOnRequester.Held::part)
                        .filter(part -> purposes.contains(part.purpose()))
                        .map(PutTogetherBundle::line)
                        .toList(),
                of.received().stream().map(this::received).toList());
    }

    private Received received(Disclosure.Entry entry) {
        return new Received(
                names.nameOf(entry.what().recipient()),
                Written.dayOf(entry.at()),
                DataCategory.inWords(entry.what().categories()),
                entry.what().purpose().title());
    }
}
