package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.rights.Knocks.Knock;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The shop's door for people without an account. Somebody says what they want and at which address they are written to;
 * whether that address is on an order is looked at later, by a job, and never told: only who can read mail there gets a code,
 * and only the code makes a request of it. Nothing is carried out for 24 hours, so that whoever the mail reached can stop it.
 * Facts that a thief could know open nothing here. A complaint needs no code.
 */
@Component
public class PublicDoor {

    private static final Duration CODE_LIVES = Duration.ofMinutes(30);
    private static final Duration HOLDS_STILL = Duration.ofHours(24);
    private static final int MOST_TRIES = 5;
    private static final int MOST_AN_HOUR = 300;
    private static final int DAYS_KEPT = 2;

    private final Knocks knocks;
    private final Bundles bundles;
    private final TakeInRequests takeIn;
    private final HandleRequests handle;
    private final RequestRows rows;
    private final SendLetters letters;
    private final SellerDetails sellers;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    PublicDoor(
            Knocks knocks,
            Bundles bundles,
            TakeInRequests takeIn,
            HandleRequests handle,
            RequestRows rows,
            SendLetters letters,
            SellerDetails sellers,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.knocks = knocks;
        this.bundles = bundles;
        this.takeIn = takeIn;
        this.handle = handle;
        this.rows = rows;
        this.letters = letters;
        this.sellers = sellers;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Somebody asks for something. The answer is the same whoever they are.
     *
     * @return under which id they go on
     * @throws Refusal if very many have asked within the hour
     */
    public UUID knock(SellerId seller, RequestKind kind, Law law, Requester typed) {
        return knock(seller, kind, law, typed, false);
    }

    /**
     * Somebody wants to fetch the copy that was made for them. The answer is the same whether there is one.
     *
     * @return under which id they go on
     * @throws Refusal if very many have asked within the hour
     */
    public UUID knockForCopy(SellerId seller, String email) {
        var typed = new Requester("", email, "", "", "", List.of(), "");
        return knock(seller, RequestKind.ACCESS, Law.UK, typed, true);
    }

    private UUID knock(SellerId seller, RequestKind kind, Law law, Requester typed, boolean forCopy) {
        return transactions.in(seller, () -> {
            if (knocks.lately(seller, Duration.ofHours(1)) >= MOST_AN_HOUR) {
                throw new VeryBusy();
            }
            var id = UUID.randomUUID();
            var subject = SubjectId.random();
            if (kind == RequestKind.COMPLAINT) {
                var unused = takeIn.takeIn(seller, incoming(kind, law, typed), Optional.empty());
            }
            custody.in(seller, vault -> {
                vault.seal(List.of(new Sealing<>(
                        Requester.TYPED, id, subject, clock.today().plusDays(DAYS_KEPT), typed)));
                return id;
            });
            knocks.add(seller, id, kind, law, subject, custody.routingToken(Term.email(typed.email())), forCopy);
            if (kind == RequestKind.COMPLAINT) {
                knocks.unanswered(seller, id);
            }
            return id;
        });
    }

    /**
     * The code that was sent.
     *
     * @param stopAddress where it can be stopped, without the secret at its end
     * @return whether it was right: then a request has come of it
     */
    public boolean code(SellerId seller, UUID id, String code, String stopAddress) {
        return transactions.in(seller, () -> {
            var knock = knocks.locked(seller, id).filter(each -> isAwaited(each) && !each.forCopy());
            if (knock.isEmpty()) {
                return false;
            }
            var right = knock.get().codeHash().orElseThrow().is(Secret.of(id, code));
            if (right) {
                takeIn(seller, knock.get(), stopAddress);
            } else {
                knocks.wrong(seller, id);
            }
            return right;
        });
    }

    /**
     * The code that was sent to whoever wants to fetch their copy.
     *
     * @return the copy, locked with the passphrase that the shop has told in another way; empty if the code was not right
     */
    public Optional<byte[]> copy(SellerId seller, UUID id, String code) {
        return transactions.in(seller, () -> {
            var knock = knocks.locked(seller, id).filter(each -> isAwaited(each) && each.forCopy());
            if (knock.isEmpty()) {
                return Optional.empty();
            }
            if (!knock.get().codeHash().orElseThrow().is(Secret.of(id, code))) {
                knocks.wrong(seller, id);
                return Optional.empty();
            }
            knocks.fetched(seller, id);
            return bundles.at(seller, knock.get().contact()).map(request -> bundles.fetchedByCode(seller, request));
        });
    }

    /** Whoever the mail reached has not asked for it; true if it is stopped, or was before. */
    public boolean stop(SellerId seller, String secret) {
        return transactions.in(seller, () -> {
            var request = knocks.stoppedBy(seller, Secret.of(secret)).flatMap(id -> rows.locked(seller, id));
            request.filter(each -> each.state() == RequestState.OPEN)
                    .ifPresent(each -> handle.close(
                            seller, each.id(), RequestState.WITHDRAWN, Step.STOPPED, "", Optional.empty()));
            return request.filter(each -> each.state() == RequestState.OPEN || each.state() == RequestState.WITHDRAWN)
                    .isPresent();
        });
    }

    private boolean isAwaited(Knock knock) {
        return knock.state() == KnockState.SENT
                && knock.tries() < MOST_TRIES
                && clock.now().isBefore(knock.cameAt().plus(CODE_LIVES));
    }

    private void takeIn(SellerId seller, Knock knock, String stopAddress) {
        var opening = new Opening(HubJob.REQUESTS, Purpose.RIGHTS_REQUEST, "PUBLIC_PAGE");
        var typed = custody.in(seller, vault -> vault.openOne(opening, Requester.TYPED, knock.typed()))
                .opened()
                .orElseThrow(NoSuchRequest::new);
        var request = takeIn.takeIn(seller, incoming(knock.kind(), knock.law(), typed), Optional.empty());
        handle.identityKnown(seller, request, IdentityProof.CODE_TO_CONTACT, Optional.empty());
        rows.carryOutFrom(seller, request, clock.now().plus(HOLDS_STILL));
        var secret = Passphrase.fresh();
        knocks.proven(seller, knock.id(), request, Secret.of(secret));
        var taken = rows.one(seller, request).orElseThrow(NoSuchRequest::new);
        var unused = letters.send(
                seller,
                new Letter(
                        request,
                        taken.subject(),
                        LetterTemplate.NOTICE.name(),
                        typed.email(),
                        LetterTemplate.NOTICE.subjectLine(),
                        LetterTemplate.NOTICE
                                .text()
                                .replace("{request}", taken.name())
                                .replace("{shop}", sellers.of(seller).tradingName())
                                .replace("{what}", knock.kind().inWords())
                                .replace("{stop}", stopAddress + secret),
                        taken.recordEndsOn()));
    }

    private TakeInRequests.Incoming incoming(RequestKind kind, Law law, Requester typed) {
        return new TakeInRequests.Incoming(kind, Door.PUBLIC_PAGE, law, clock.today(), typed);
    }

    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    private static final class VeryBusy extends Refusal {
        VeryBusy() {
            super(
                    "Very many people have asked within the last hour.",
                    "Please try again in an hour, or write to the shop; nothing of what you typed was kept.");
        }
    }
}
