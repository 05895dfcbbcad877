package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Submits a return to the tax office: what is declared is frozen and written down first, then sent once, then what came of it
 * is written down. If that is not known, the tax office is asked which figures stand there; nothing is ever sent twice.
 */
@Component
public class SubmitReturns {

    private final VatReturns returns;
    private final ReturnRows rows;
    private final SubmissionRows submissions;
    private final TaxOfficeAccounts offices;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final Duration settle;

    /** @param settle after so long what was sent has surely arrived or not */
    SubmitReturns(
            VatReturns returns,
            ReturnRows rows,
            SubmissionRows submissions,
            TaxOfficeAccounts offices,
            SellerTransactions transactions,
            BusinessClock clock,
            @Value("${counterfoil.hmrc.settle:2m}") Duration settle) {
        this.returns = returns;
        this.rows = rows;
        this.submissions = submissions;
        this.offices = offices;
        this.transactions = transactions;
        this.clock = clock;
        this.settle = settle;
    }

    /** What became of a return that counts; empty if it did not go to the tax office. */
    public Optional<Submission> of(SellerId seller, FrozenReturn made) {
        return transactions.in(seller, () -> submissions.of(seller, made.id()));
    }

    /** What became of the last try for a period, if it was refused. */
    public Optional<Submission> refused(SellerId seller, VatPeriod period) {
        return transactions.in(seller, () -> submissions.refused(seller, period.start()));
    }

    /**
     * Submits the return of a period.
     *
     * @param seen the figures that the person has seen
     * @param declaration that the person has declared them final
     * @return where it stands then
     * @throws CannotSubmit if it is not its turn, or the tax office does not want it
     * @throws Refusal if no agreement covers it
     */
    public ReturnState submit(
            Account account, VatPeriod period, String seen, Declaration declaration, OriginatingDevice device) {
        var seller = account.seller();
        var call = offices.call(account, device);
        var made = transactions.in(seller, () -> {
            var wanted = wanted(account, period);
            var frozen = returns.freeze(seller, period, seen, ReturnState.DECLARED, declaration.person());
            submissions.insert(seller, frozen.id(), account.id(), wanted.key());
            return frozen;
        });
        CrashPoint.reached("return.declared");
        var key = transactions
                .in(seller, () -> submissions.of(seller, made.id()))
                .orElseThrow()
                .periodKey();
        try {
            var receipt = offices.of(account).submit(call, key, made.boxes(), declaration);
            CrashPoint.reached("return.sent");
            return taken(seller, made, receipt);
        } catch (NotGranted refused) {
            return notTaken(seller, made, refused);
        } catch (NotTaken refused) {
            return refused.isDuplicate() ? look(call, made, key, refused) : notTaken(seller, made, refused);
        } catch (ServiceUnusable unusable) {
            return switch (unusable.kind()) {
                case SIGN_IN, BUSY, REFUSED -> notTaken(seller, made, unusable);
                case AWAY, NOT_UNDERSTOOD -> unknown(seller, made, unusable);
            };
        }
    }

    private Obligation wanted(Account account, VatPeriod period) {
        var wanted = offices.known(account, period)
                .orElseThrow(() -> new CannotSubmit(
                        "The tax office is not known to want a return for exactly this period.",
                        "Ask it under VAT return which periods it has for you. If they are others, change yours."));
        if (wanted.isMet()) {
            throw new CannotSubmit(
                    "The tax office says that it has a return for this period.",
                    "If you have submitted it in another way, note that on this page.");
        }
        return wanted;
    }

    /**
     * Asks the tax office what became of a return of which that is not known.
     *
     * @return where it stands then
     * @throws CannotSubmit if there is none, or it may still be on its way
     */
    public ReturnState ask(Account account, VatPeriod period, OriginatingDevice device) {
        var seller = account.seller();
        var made = returns.standing(seller, period)
                .filter(each -> each.state() == ReturnState.DECLARED)
                .orElseThrow(() -> new CannotSubmit(
                        "There is no return on its way for this period.", "Look at the page of the return."));
        var sent = of(seller, made).orElseThrow();
        if (clock.now().isBefore(sent.sentAt().plus(settle))) {
            throw new CannotSubmit(
                    "It was sent a moment ago and may still be on its way.", "Ask again in a few minutes.");
        }
        return look(
                offices.call(account, device),
                made,
                sent.periodKey(),
                NotTaken.of("It has not arrived.", "Nothing stands there for this period. Declare it once more."));
    }

    /** Which figures stand there decides: these, others, or none. */
    private ReturnState look(TaxOffice.Call call, FrozenReturn made, String key, NotTaken otherwise) {
        var seller = call.account().seller();
        try {
            var there = offices.of(call.account()).submitted(call, key);
            if (there.filter(made.boxes()::equals).isPresent()) {
                return taken(seller, made, Receipt.LOST);
            }
            return notTaken(seller, made, there.isPresent() ? NotTaken.standsAlready() : otherwise);
        } catch (ServiceUnusable | NotGranted away) {
            return unknown(seller, made, away);
        }
    }

    private ReturnState taken(SellerId seller, FrozenReturn made, Receipt receipt) {
        return moved(seller, made, ReturnState.ACCEPTED, () -> submissions.taken(seller, made.id(), receipt));
    }

    private ReturnState notTaken(SellerId seller, FrozenReturn made, Refusal why) {
        return moved(seller, made, ReturnState.REFUSED, () -> submissions.wrong(seller, made.id(), why, true));
    }

    private ReturnState unknown(SellerId seller, FrozenReturn made, Refusal why) {
        transactions.run(seller, () -> submissions.wrong(seller, made.id(), why, false));
        return ReturnState.DECLARED;
    }

    /** Whoever asks at the same time has written it down by then. */
    private ReturnState moved(SellerId seller, FrozenReturn made, ReturnState to, Runnable note) {
        return transactions.in(seller, () -> {
            if (rows.move(seller, made.id(), ReturnState.DECLARED, to)) {
                note.run();
            }
            return rows.of(seller, made.id()).orElseThrow().state();
        });
    }
}
