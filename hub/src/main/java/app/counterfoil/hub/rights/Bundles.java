package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The copies that requesters are given: locked with a passphrase that is told once and kept nowhere, sealed, and gone after
 * 14 days.
 */
@Component
public class Bundles {

    private static final int DAYS_TO_FETCH = 14;

    private final HandleRequests handle;
    private final Requests requests;
    private final HeldOnRequester heldOn;
    private final StaffRequests staff;
    private final ContactOfRequester contact;
    private final PutTogetherBundle putTogether;
    private final BundlePaper paper;
    private final RequestLog log;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final JdbcClient db;
    private final BusinessClock clock;

    Bundles(
            HandleRequests handle,
            Requests requests,
            HeldOnRequester heldOn,
            StaffRequests staff,
            ContactOfRequester contact,
            PutTogetherBundle putTogether,
            BundlePaper paper,
            RequestLog log,
            Custody custody,
            SellerTransactions transactions,
            JdbcClient db,
            BusinessClock clock) {
        this.handle = handle;
        this.requests = requests;
        this.heldOn = heldOn;
        this.staff = staff;
        this.contact = contact;
        this.putTogether = putTogether;
        this.paper = paper;
        this.log = log;
        this.custody = custody;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A copy that can be fetched.
     *
     * @param id which one
     * @param madeAt when it was made
     * @param endsOn first day on which it cannot be fetched
     * @param bytes how large it is
     */
    public record Bundle(UUID id, Instant madeAt, LocalDate endsOn, long bytes) {}

    /**
     * Makes the copy of all that is held, or of what the person has given.
     *
     * @return the passphrase that opens it, which is told now and never again
     * @throws Refusal if it is no open request for that, it is not known who has asked, or no order is theirs
     */
    public String make(SellerId seller, UUID id, Reader reader) {
        var passphrase = Passphrase.fresh();
        transactions.run(seller, () -> {
            var request = handle.toCarryOut(seller, id, RequestKind.ACCESS, RequestKind.PORTABILITY);
            var content = content(seller, request, reader);
            var pdf = paper.locked(content, passphrase);
            var bundle =
                    new Bundle(UUID.randomUUID(), clock.now(), clock.today().plusDays(DAYS_TO_FETCH), pdf.length);
            custody.in(seller, vault -> {
                vault.seal(List.of(new Sealing<>(
                        SealedBundle.KIND, bundle.id(), request.subject(), bundle.endsOn(), new SealedBundle(pdf))));
                return bundle;
            });
            insert(seller, id, bundle, contact(seller, request, reader), reader.id());
            log.write(seller, id, Step.BUNDLE_MADE, content.orders().size() + " orders", Optional.of(reader.id()));
        });
        return passphrase;
    }

    private BundleContent content(SellerId seller, RightsRequest request, Reader reader) {
        if (request.staff().isPresent()) {
            return putTogether.ofStaff(
                    seller,
                    request,
                    staff.look(seller, request, reader, "ACCESS_BUNDLE")
                            .orElseThrow(CannotBeDone::nothingHeld)
                            .parts());
        }
        var held = heldOn.look(seller, request.id(), reader, "ACCESS_BUNDLE");
        var apart = contact.look(seller, request, reader, "ACCESS_BUNDLE");
        if (held.isEmpty() && apart.isEmpty()) {
            throw CannotBeDone.noOrders();
        }
        return putTogether.of(seller, request, held, apart);
    }

    /**
     * Fetches the latest copy for whoever of the shop has asked for it about their own account.
     *
     * @throws Refusal if it is not theirs, there is none, or it has ended
     */
    public byte[] fetchOwn(SellerId seller, UUID id, UUID person) {
        if (requests.one(seller, id).staff().filter(person::equals).isEmpty()) {
            throw new NoSuchRequest();
        }
        return fetch(seller, id, HubJob.REQUESTS, Optional.of(person));
    }

    /** The latest copy of a request that can still be fetched. */
    public Optional<Bundle> latest(SellerId seller, UUID request) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT bundle_id, made_at, ends_on, bytes FROM rights_bundle
                         WHERE seller_id = :seller AND request_id = :request AND ends_on > :today
                         ORDER BY made_at DESC LIMIT 1
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .param("today", clock.today())
                .query((row, number) -> new Bundle(
                        row.getObject("bundle_id", UUID.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_on", LocalDate.class),
                        row.getLong("bytes")))
                .optional());
    }

    /**
     * Fetches the latest copy, locked as it is; it stands in the journal and in the log.
     *
     * @throws Refusal if there is none, or it has ended
     */
    public byte[] fetch(SellerId seller, UUID id, Reader reader) {
        return fetch(seller, id, reader, Optional.of(reader.id()));
    }

    private byte[] fetch(SellerId seller, UUID id, Reader reader, Optional<UUID> person) {
        return transactions.in(seller, () -> {
            var request = requests.one(seller, id);
            var bundle = latest(seller, id).orElseThrow(NothingToFetch::new);
            var opening = new Opening(reader, Purpose.RIGHTS_REQUEST, "FETCH_BUNDLE");
            var ref = new RecordRef(bundle.id(), request.subject());
            var opened = custody.in(seller, vault -> vault.openOne(opening, SealedBundle.KIND, ref))
                    .opened()
                    .orElseThrow(NothingToFetch::new);
            log.write(seller, id, Step.BUNDLE_FETCHED, person.isEmpty() ? "by a code to their address" : "", person);
            return opened.pdf();
        });
    }

    /** The token of the address that a code is sent to; 0 where they gave none, or have a page of their own. */
    private long contact(SellerId seller, RightsRequest request, Reader reader) {
        return requests.requester(seller, request, reader)
                .opened()
                .filter(requester ->
                        request.staff().isEmpty() && !requester.email().isBlank())
                .map(requester -> custody.routingToken(Term.email(requester.email())))
                .orElse(0L);
    }

    /** The request whose copy can be fetched by a code to that address; the latest. */
    Optional<UUID> at(SellerId seller, long contact) {
        return db.sql(
                        """
                        SELECT request_id FROM rights_bundle
                         WHERE seller_id = :seller AND contact_token = :contact AND contact_token <> 0
                           AND ends_on > :today
                         ORDER BY made_at DESC LIMIT 1
                        """)
                .param("seller", seller.value())
                .param("contact", contact)
                .param("today", clock.today())
                .query(UUID.class)
                .optional();
    }

    /** The copy of that request, for whoever has shown who they are by a code; it stands in the log as fetched by nobody here. */
    byte[] fetchedByCode(SellerId seller, UUID request) {
        return fetch(seller, request, HubJob.REQUESTS, Optional.empty());
    }

    /** Forgets at which addresses those are fetched that have ended, in the running transaction. */
    void forgetContacts(SellerId seller, LocalDate today) {
        db.sql(
                        """
                        UPDATE rights_bundle SET contact_token = 0
                         WHERE seller_id = :seller AND contact_token <> 0 AND ends_on <= :today
                        """)
                .param("seller", seller.value())
                .param("today", today)
                .update();
    }

    private void insert(SellerId seller, UUID request, Bundle bundle, long contact, UUID person) {
        db.sql(
                        """
                        INSERT INTO rights_bundle (seller_id, request_id, bundle_id, made_at, made_by, ends_on, bytes,
                                                   contact_token)
                        VALUES (:seller, :request, :id, :now, :person, :ends, :bytes, :contact)
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .param("id", bundle.id())
                .param("now", bundle.madeAt().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("ends", bundle.endsOn())
                .param("bytes", bundle.bytes())
                .param("contact", contact)
                .update();
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NothingToFetch extends Refusal {
        NothingToFetch() {
            super(
                    "There is no copy to fetch.",
                    "It ends after " + DAYS_TO_FETCH + " days: make a new one on the request's page.");
        }
    }
}
