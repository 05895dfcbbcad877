package app.counterfoil.hub.register;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.ChosenHosts;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.OnErasure;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts a seller's record of processing activities together, as the system is now (Art 30(1) UK GDPR). */
@Component
@EnableConfigurationProperties(Operator.class)
public class ProcessingRegister {

    private static final String TYPED = "typed by the seller's people";

    private final SealedKinds kinds;
    private final SellerDetails sellers;
    private final RetentionPolicies policies;
    private final Recipients recipients;
    private final Accounts accounts;
    private final RegisterTexts texts;
    private final Operator operator;
    private final ObjectProvider<ChosenHosts> chosen;
    private final BusinessClock clock;

    ProcessingRegister(
            SealedKinds kinds,
            SellerDetails sellers,
            RetentionPolicies policies,
            Recipients recipients,
            Accounts accounts,
            RegisterTexts texts,
            Operator operator,
            ObjectProvider<ChosenHosts> chosen,
            BusinessClock clock) {
        this.kinds = kinds;
        this.sellers = sellers;
        this.policies = policies;
        this.recipients = recipients;
        this.accounts = accounts;
        this.texts = texts;
        this.operator = operator;
        this.chosen = chosen;
        this.clock = clock;
    }

    /** The record of the reader's shop, with what people have added to it; that is opened, and so journalled. */
    public RecordOfProcessing of(SignedIn reader) {
        var seller = reader.seller();
        var kept = texts.of(reader);
        var receivers = receivers(seller);
        return new RecordOfProcessing(
                clock.today(),
                sellers.of(seller),
                operator,
                kept,
                activities(seller, receivers),
                receivers,
                List.of(SecurityMeasure.values()),
                gaps(kept, receivers));
    }

    /** What is done for each purpose, without what people have added. */
    public List<Activity> activities(SellerId seller) {
        return activities(seller, receivers(seller));
    }

    private List<Activity> activities(SellerId seller, List<Receiver> receivers) {
        var policy = policies.of(seller);
        var channels = channels(seller);
        return Arrays.stream(Purpose.values())
                .map(purpose -> activity(purpose, policy, channels, receivers))
                .toList();
    }

    private Activity activity(
            Purpose purpose, RetentionPolicy policy, List<String> channels, List<Receiver> receivers) {
        return new Activity(
                purpose,
                kinds.people(purpose),
                kinds.categories(purpose),
                sources(purpose, channels),
                receivers.stream()
                        .filter(each -> isFor(each.service(), purpose))
                        .toList(),
                policy.lifeInWords(purpose),
                inWords(purpose.onErasure()),
                Arrays.stream(Role.values())
                        .filter(role -> role.carries(purpose))
                        .map(Role::title)
                        .toList());
    }

    /** For what a service is told of people: of deliveries, of consent, of what is in the tax record, or of who sends it. */
    private static boolean isFor(OutsideService service, Purpose purpose) {
        if (service.isLedger() || service.isOfNumbers()) {
            return purpose == Purpose.TAX_RECORD;
        }
        if (service.isTaxOffice()) {
            return purpose == Purpose.STAFF;
        }
        return purpose == (service.isNewsletter() ? Purpose.MARKETING : Purpose.DELIVERY);
    }

    /** All who may receive something, or are connected. */
    public List<Receiver> receivers(SellerId seller) {
        var connected = connected(seller);
        return Arrays.stream(OutsideService.values())
                .map(service -> Receiver.of(
                        service,
                        recipients.standing(seller, service.name()).map(Agreement.OnFile::what),
                        clock.today()))
                .filter(each -> each.agreement().isPresent() || connected.contains(each.service()))
                .toList();
    }

    private Set<OutsideService> connected(SellerId seller) {
        return accounts.of(seller).stream().map(Account::service).collect(Collectors.toSet());
    }

    private List<String> channels(SellerId seller) {
        var connected = connected(seller).stream()
                .filter(OutsideService::isChannel)
                .sorted(Comparator.naturalOrder())
                .map(OutsideService::title)
                .toList();
        return connected.isEmpty() ? List.of("a channel, once one is connected") : connected;
    }

    private static List<String> sources(Purpose purpose, List<String> channels) {
        var sources = new ArrayList<String>();
        switch (purpose) {
            case DELIVERY -> {
                sources.addAll(channels);
                sources.add(TYPED);
            }
            case SERVICE -> sources.addAll(channels);
            case LABEL -> sources.add("the courier, from the delivery data");
            case TAX_RECORD -> sources.add("the buyer and recipient of the order");
            case LEGAL_CLAIM -> sources.add("what is held on the order when it is put on hold");
            case STAFF -> sources.add(TYPED);
            case MARKETING -> sources.add("the person");
            case RIGHTS_REQUEST -> sources.add("the person who asks, and what is answered");
        }
        return sources;
    }

    private static String inWords(OnErasure what) {
        return switch (what) {
            case ENDS_AT_ONCE -> "Destroyed at once";
            case ENDS_WHEN_ORDER_CLOSES -> "Destroyed at once, or when the open order closes";
            case KEPT_BY_LAW -> "Kept until its own day, since the law or a claim asks for it (Art 17(3))";
        };
    }

    private List<Gap> gaps(KeptTexts kept, List<Receiver> receivers) {
        var gaps = new ArrayList<Gap>();
        Arrays.stream(KeptPart.values())
                .filter(part -> part.isNeeded() && kept.of(part).isEmpty())
                .forEach(part -> gaps.add(new Gap(
                        "The register does not say: " + part.title().toLowerCase(Locale.ROOT) + ".",
                        part.hint() + ".",
                        "/register/contacts/" + part.name())));
        receivers.forEach(each -> gapOf(each).ifPresent(gaps::add));
        operator.missing(chosen.stream())
                .forEach(wrong -> gaps.add(new Gap(
                        wrong,
                        "Ask whoever runs the installation to set it: a record names its processors.",
                        "/register")));
        return gaps;
    }

    private static Optional<Gap> gapOf(Receiver receiver) {
        var path = "/recipients/" + receiver.service().name();
        if (receiver.agreement().isEmpty()) {
            return Optional.of(new Gap(
                    receiver.name() + " has no agreement on file.",
                    "Nothing personal is handed there until it is recorded.",
                    path));
        }
        return receiver.isOverdue()
                ? Optional.of(new Gap(
                        "The review of the agreement with " + receiver.name() + " is overdue.",
                        "Read its terms again, and record what they say today.",
                        path))
                : Optional.empty();
    }
}
