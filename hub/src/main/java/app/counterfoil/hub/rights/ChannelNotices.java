package app.counterfoil.hub.rights;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.PeopleOnRequest;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The rooms behind the doors at which channels pass on what their own customers have asked for there. A channel module hands
 * in what has come; each notice is taken in once, whoever it is about is found blind, and a request comes of it, for which the
 * channel vouches. Deletions are carried out by themselves ({@link FinishErasures}); a copy is made by a person. Of a stranger
 * nothing is kept but the hash of the notice's id and the day. Hundreds are looked for in one search.
 */
@Component
public class ChannelNotices implements HearsDayTurn {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelNotices.class);
    /** All of them ask for it within 30 days of the notice. */
    private static final int DAYS = 30;
    /** So long a channel may tell a notice again, and a regulator ask for it. */
    private static final int DAYS_STRANGERS_KEPT = 365;

    private final ChannelNoticeRows rows;
    private final PeopleOnRequest people;
    private final TakeInRequests takeIn;
    private final HandleRequests handle;
    private final RequestRows requests;
    private final RequestLog log;
    private final EraseOnRequest erase;
    private final Notices recipients;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ChannelNotices(
            ChannelNoticeRows rows,
            PeopleOnRequest people,
            TakeInRequests takeIn,
            HandleRequests handle,
            RequestRows requests,
            RequestLog log,
            EraseOnRequest erase,
            Notices recipients,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.people = people;
        this.takeIn = takeIn;
        this.handle = handle;
        this.requests = requests;
        this.log = log;
        this.erase = erase;
        this.recipients = recipients;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a channel passes on, as it is given in by the channel's module. Personal: none of them prints. */
    public sealed interface Notice {

        /** The channel's id of the notice: the same one is taken in once. */
        String id();
    }

    /** eBay's {@code MARKETPLACE_ACCOUNT_DELETION}: any of the names may be blank. */
    public record AccountDeletion(String id, String userId, String username, String eiasToken) implements Notice {
        @Override
        public String toString() {
            return "AccountDeletion[hidden]";
        }
    }

    /** Shopify's {@code customers/data_request}: the orders that are asked for, and by which address they may be found. */
    public record CustomerData(String id, String email, List<String> orders) implements Notice {
        @Override
        public String toString() {
            return "CustomerData[hidden]";
        }
    }

    /** Shopify's {@code customers/redact}: the orders that are named, or those at the address if none is. */
    public record CustomerRedact(String id, String email, List<String> orders) implements Notice {
        @Override
        public String toString() {
            return "CustomerRedact[hidden]";
        }
    }

    /** Shopify's {@code shop/redact}: all buyers of the account. */
    public record ShopRedact(String id) implements Notice {}

    /** An erasure in WooCommerce, of whoever has the address. */
    public record CustomerErasure(String id, String email) implements Notice {
        @Override
        public String toString() {
            return "CustomerErasure[hidden]";
        }
    }

    /**
     * What has come of some notices.
     *
     * @param strangers of how many nothing is held
     * @param requests how many requests have come of them
     * @param known how many had come before
     */
    public record Taken(int strangers, int requests, int known) {}

    /**
     * How it stands with them.
     *
     * @param all how many came within a year
     * @param strangers how many of those were of strangers
     * @param open how many are not carried out
     * @param oldestDueOn the last day of the oldest of these
     * @param lastDone which was carried out last, and when
     */
    public record Standing(
            long all, long strangers, long open, Optional<LocalDate> oldestDueOn, Optional<Done> lastDone) {}

    /** The request that was carried out, and when: its page has the proof. */
    public record Done(UUID request, String name, Instant at) {}

    /** Takes in what a channel account was told; the same notice once, however often it comes. */
    public Taken take(Account account, Collection<? extends Notice> notices) {
        var asked = new LinkedHashMap<String, AskedByChannel>();
        notices.forEach(notice -> asked.putIfAbsent(notice.id(), AskedByChannel.of(notice)));
        return transactions.in(account.seller(), () -> {
            var fresh = rows.fresh(account, asked);
            var orders = find(account, fresh);
            var strangers = new LinkedHashMap<String, ChannelNoticeKind>();
            fresh.forEach((id, each) -> {
                var theirs = orders.getOrDefault(id, Set.of());
                if (theirs.isEmpty()) {
                    strangers.put(id, each.kind());
                } else {
                    var request = request(account.seller(), each, theirs);
                    rows.taken(account, id, each.kind(), dueOn(), request);
                }
            });
            rows.strangers(account, strangers, dueOn());
            return new Taken(strangers.size(), fresh.size() - strangers.size(), asked.size() - fresh.size());
        });
    }

    /** How it stands with what channels have passed on; empty if nothing ever was. */
    public Optional<Standing> standing(SellerId seller) {
        return transactions.in(seller, () -> rows.standing(seller)).filter(each -> each.all() > 0);
    }

    /** What is kept of strangers ends after a year. */
    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> rows.forgetStrangers(seller, today.minusDays(DAYS_STRANGERS_KEPT)));
    }

    /** Carries out the deletions that nobody has carried out, by itself; one that fails keeps no other from it. */
    void carryOut(SellerId seller) {
        transactions.in(seller, () -> rows.toErase(seller)).forEach(due -> {
            try {
                carryOut(seller, due);
            } catch (RuntimeException cannot) {
                LOG.error(
                        "deletion not carried out request={} because of {}",
                        due.request(),
                        cannot.getClass().getName());
            }
        });
    }

    /** The channel that has passed it on need not be told of it. */
    private void carryOut(SellerId seller, ChannelNoticeRows.ToErase due) {
        var unused = erase.carryOut(seller, due.request(), HubJob.REQUESTS);
        recipients.of(seller, due.request()).stream()
                .filter(notice -> notice.recipient().equals(due.service()) && !notice.isOver())
                .forEach(notice -> recipients.leftOut(
                        seller, due.request(), notice.recipient(), NoticeLeftOut.KNOWS_ALREADY, HubJob.REQUESTS.id()));
    }

    /** The orders of each notice, by its id, all found at once. */
    private Map<String, Set<UUID>> find(Account account, Map<String, AskedByChannel> asked) {
        var opening = new Opening(HubJob.REQUESTS, Purpose.RIGHTS_REQUEST, "CHANNEL_NOTICE");
        var byTerm = people.buyers(account.seller(), opening, account, all(asked, AskedByChannel::terms));
        var byNumber = people.numbered(account, all(asked, AskedByChannel::numbers));
        var found = new HashMap<String, Set<UUID>>();
        asked.forEach((id, each) -> {
            var theirs = new LinkedHashSet<UUID>();
            each.terms().forEach(term -> theirs.addAll(byTerm.getOrDefault(term, Set.of())));
            each.numbers()
                    .forEach(number -> Optional.ofNullable(byNumber.get(number)).ifPresent(theirs::add));
            if (each.kind() == ChannelNoticeKind.SHOP_REDACT) {
                theirs.addAll(people.living(account, clock.today()));
            }
            found.put(id, theirs);
        });
        return found;
    }

    private static <T> Set<T> all(Map<String, AskedByChannel> asked, Function<AskedByChannel, Collection<T>> part) {
        return asked.values().stream()
                .flatMap(each -> part.apply(each).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private UUID request(SellerId seller, AskedByChannel asked, Set<UUID> orders) {
        var incoming = new TakeInRequests.Incoming(
                asked.kind().request(), Door.CHANNEL, Law.UK, clock.today(), asked.requester());
        var id = takeIn.takeIn(seller, incoming, Optional.empty());
        handle.identityKnown(seller, id, IdentityProof.VOUCHED_BY_CHANNEL, Optional.empty());
        requests.found(
                seller,
                id,
                orders.stream()
                        .map(order -> new FoundOrder(order, asked.clues(), true))
                        .toList());
        log.write(seller, id, Step.LOOKED_FOR, String.valueOf(orders.size()), Optional.empty());
        return id;
    }

    private LocalDate dueOn() {
        return clock.today().plusDays(DAYS);
    }
}
