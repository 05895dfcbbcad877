package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Keeps the audiences of newsletter services as the ledger of consent has them: whoever wants no more goes first, then those
 * who have left there are heard, then people whose consent is live are handed over, one by one. What comes in the way of all
 * ends the round, and stands with the account until the next one goes well.
 */
@Component
public class SyncAudiences {

    private static final String JOB = "sync-audiences";
    private static final int MOST_A_ROUND = 200;

    /** So often the list of those who have left is looked through, beside what the service tells by itself. */
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    /** Looks overlap, for clocks that are not alike. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private final List<Newsletter> services;
    private final Accounts accounts;
    private final AudienceStates states;
    private final MemberRows members;
    private final Farewells farewells;
    private final HandOverMember handOver;
    private final EndConsent endConsent;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    SyncAudiences(
            List<Newsletter> services,
            Accounts accounts,
            AudienceStates states,
            MemberRows members,
            Farewells farewells,
            HandOverMember handOver,
            EndConsent endConsent,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.services = List.copyOf(services);
        this.accounts = accounts;
        this.states = states;
        this.members = members;
        this.farewells = farewells;
        this.handOver = handOver;
        this.endConsent = endConsent;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> syncAudiencesJob(KnowsSellers sellers, ObjectProvider<SyncAudiences> sync) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> sync.getObject().of(seller)));
    }

    /** One round for all accounts of the seller at newsletter services. */
    public void of(SellerId seller) {
        accounts.of(seller).forEach(account -> services.stream()
                .filter(service -> service.service() == account.service())
                .forEach(service -> round(account, service)));
    }

    private void round(Account account, Newsletter service) {
        try {
            farewells.tell(account, service, MOST_A_ROUND);
            lookThrough(account, service);
            keepRestrictedAside(account, service);
            farewells.tell(account, service, MOST_A_ROUND);
            transactions.run(account.seller(), () -> members.noteLive(account.seller(), account.id()));
            handOver.all(account, service, MOST_A_ROUND);
            farewells.tell(account, service, MOST_A_ROUND);
            states.wentWell(account);
        } catch (Refusal why) {
            states.stopped(account, why);
        }
    }

    /** Whoever has left there wants no mail by any way, known here or not. */
    private void lookThrough(Account account, Newsletter service) {
        var last = states.lookedAt(account);
        var now = clock.now();
        if (last.filter(at -> now.isBefore(at.plus(BETWEEN_LOOKS))).isPresent()) {
            return;
        }
        var since = last.map(at -> at.minus(OVERLAP)).orElse(Instant.EPOCH);
        for (var left : service.leftSince(account, since)) {
            endConsent.leftThere(account, left.contact(), left.at().orElse(now), ConsentWay.SERVICE_LIST);
        }
        states.looked(account, now);
    }

    /** What is restricted is kept and not used, there as well; lifted, it goes back. */
    private void keepRestrictedAside(Account account, Newsletter service) {
        var seller = account.seller();
        transactions.run(seller, () -> {
            var all = members.inAudience(seller, account.id());
            var restricted = custody.in(seller, vault -> vault.restrictions()
                    .of(all.stream().map(MemberRows.InAudience::subject).toList()));
            for (var each : all) {
                var isRestricted = restricted.containsKey(each.subject());
                if (isRestricted && each.state() != MemberState.PAUSED) {
                    endConsent
                            .contactOf(seller, each.person())
                            .ifPresent(contact -> farewells.note(
                                    seller,
                                    account.id(),
                                    each.person(),
                                    FarewellKind.KEEP_ASIDE,
                                    service.keyOf(contact)));
                    members.became(seller, account.id(), each.person(), MemberState.PAUSED);
                } else if (!isRestricted && each.state() == MemberState.PAUSED) {
                    members.dueAgain(seller, account.id(), each.person());
                }
            }
        });
    }

    /** The newsletter service that an account is of. */
    Optional<Newsletter> serviceOf(Account account) {
        return services.stream()
                .filter(service -> service.service() == account.service())
                .findFirst();
    }
}
