package app.counterfoil.hub.privacy;

import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.privacy.PolicyText.Line;
import app.counterfoil.hub.privacy.PolicyText.Section;
import app.counterfoil.hub.register.Activity;
import app.counterfoil.hub.register.ProcessingRegister;
import app.counterfoil.hub.register.Receiver;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.vault.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes a shop's privacy policy from what is promised and kept, what the register says is done, and who the shop is
 * (Art 13, 14). It opens nobody and names no person; whom to write to is the shop.
 */
@Component
class WritePolicy {

    private final SellerDetails sellers;
    private final ProcessingRegister register;

    WritePolicy(SellerDetails sellers, ProcessingRegister register) {
        this.sellers = sellers;
        this.register = register;
    }

    /** The policy as it would be published now, with the promises of these names. */
    PolicyText of(SellerId seller, Set<String> kept) {
        var done = register.activities(seller).stream()
                .filter(Activity::isInUse)
                .filter(activity -> activity.purpose() != Purpose.STAFF)
                .toList();
        return new PolicyText(List.of(
                whoWeAre(seller),
                promises(kept),
                new Section(
                        "What we hold on you, why, and for how long",
                        done.stream().map(WritePolicy::held).toList()),
                sources(done),
                receivers(seller),
                rights(),
                complaints(),
                afterwards()));
    }

    private Section whoWeAre(SellerId seller) {
        var business = sellers.of(seller);
        var address = String.join(", ", business.address()) + ", " + business.postcode();
        return new Section(
                "Who we are",
                List.of(
                        Line.plain(business.tradingName() + ", " + address + "."),
                        Line.plain(
                                "We decide what your data is used for and answer for it. Write to us at this address, or"
                                        + " ask on the page “Your data” that is named below.")));
    }

    private static Section promises(Set<String> kept) {
        return new Section(
                "What we promise",
                Arrays.stream(PolicySentence.values())
                        .filter(each -> each.audience() == PolicySentence.Audience.BUYERS)
                        .filter(each -> kept.contains(each.name()))
                        .map(each -> new Line(each.name(), each.sentence()))
                        .toList());
    }

    private static Line held(Activity activity) {
        var purpose = activity.purpose();
        return Line.plain(purpose.title() + ", " + purpose.inOrder() + ": "
                + activity.categories().stream().map(WritePolicy::inSentence).collect(Collectors.joining(", "))
                + ". Legal basis: "
                + purpose.lawfulBasis() + ". Kept: " + activity.retention() + ". If you ask for erasure: "
                + inSentence(activity.onErasure()) + ".");
    }

    /** Begun small, unless it begins with letters that stay large, such as VAT. */
    private static String inSentence(String title) {
        return title.length() > 1 && Character.isUpperCase(title.charAt(1))
                ? title
                : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static Section sources(List<Activity> done) {
        var channels = done.stream()
                .filter(activity -> activity.purpose() == Purpose.SERVICE)
                .flatMap(activity -> activity.sources().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Section(
                "Where it comes from",
                List.of(Line.plain("From the marketplace on which you ordered (" + channels
                        + "), and from what you tell our people.")));
    }

    private Section receivers(SellerId seller) {
        var named = register.receivers(seller).stream()
                .filter(each -> each.agreement().isPresent())
                .map(WritePolicy::receiver);
        return new Section(
                "Who receives it",
                Stream.concat(named, Stream.of(Line.plain("Nobody else, unless a law or a court demands it.")))
                        .toList());
    }

    private static Line receiver(Receiver receiver) {
        var agreement = receiver.agreement().orElseThrow();
        return Line.plain(receiver.name() + ", " + agreement.country().englishName() + ": " + receiver.categories()
                + " (" + inSentence(receiver.role()) + ")" + protection(receiver) + ".");
    }

    private static String protection(Receiver receiver) {
        if (receiver.transfer().isEmpty()) {
            return "";
        }
        var isSafe = receiver.agreement().orElseThrow().safeguard() == Safeguard.NOT_NEEDED;
        return isSafe ? "; data is protected by law there as it is here" : "; protected by " + receiver.safeguard();
    }

    private static Section rights() {
        return new Section(
                "Your rights",
                List.of(
                        Line.plain(
                                "Ask us for a copy of your data, to correct it, to erase it, to hold it without using it,"
                                        + " or to hand it to you for another service; and object to how it is used."),
                        Line.plain(
                                "You need no account and no papers: a code goes to the e-mail address on your order. We"
                                        + " answer within a month, and it costs nothing."),
                        Line.plain("No machine alone decides anything that weighs on you.")));
    }

    private static Section complaints() {
        return new Section(
                "If you are not content",
                List.of(
                        Line.plain(
                                "Complain to us on the same page: we acknowledge it within 30 days, look into it without"
                                        + " delay, and tell you what came of it."),
                        Line.plain("You can complain at any time to the Information Commissioner's Office, ico.org.uk,"
                                + " Wycliffe House, Water Lane, Wilmslow SK9 5AF; in the EU, to the authority where you"
                                + " live.")));
    }

    private static Section afterwards() {
        return new Section(
                "What stays when your data has ended",
                List.of(
                        Line.plain(
                                "What has ended cannot be read by anybody any more, us included. The order's number, what"
                                        + " was bought, what was paid and the country it went to stay as facts of the business.")));
    }
}
