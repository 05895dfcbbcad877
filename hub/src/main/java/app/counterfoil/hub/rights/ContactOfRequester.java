package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.KeepsContacts;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is kept under the address that a requester has given, apart from their orders, and what they ask for about it. */
@Component
public class ContactOfRequester {

    private final Requests requests;
    private final Custody custody;
    private final ObjectProvider<KeepsContacts> keepers;

    ContactOfRequester(Requests requests, Custody custody, ObjectProvider<KeepsContacts> keepers) {
        this.requests = requests;
        this.custody = custody;
        this.keepers = keepers;
    }

    /** Each part of it, opened for that reader; it stands in the journal. */
    public List<HeldPart> look(SellerId seller, RightsRequest request, Reader reader, String reason) {
        var email = email(seller, request, reader);
        if (email.isEmpty()) {
            return List.of();
        }
        return custody.in(seller, vault -> {
            var own = vault.onRequest(new Opening(reader, Purpose.RIGHTS_REQUEST, reason));
            var opens = new KeepsPeople.Opens() {
                @Override
                public <T> Map<UUID, Outcome<T>> open(RecordKind<T> kind, Collection<RecordRef> refs) {
                    return own.open(kind, refs);
                }
            };
            return keepers.orderedStream()
                    .flatMap(keeper -> keeper.of(seller, email.get(), opens).stream())
                    .toList();
        });
    }

    /** Whether the use of something of it is restricted. */
    public boolean isRestricted(SellerId seller, RightsRequest request, Reader reader) {
        return email(seller, request, reader)
                .filter(email -> keepers.stream().anyMatch(keeper -> keeper.isRestricted(seller, email)))
                .isPresent();
    }

    int forget(SellerId seller, RightsRequest request, Reader reader) {
        return sum(email(seller, request, reader), email -> keeper -> keeper.forget(seller, email));
    }

    int restrict(SellerId seller, RightsRequest request, Reader reader) {
        var rule = request.kind().name();
        return sum(email(seller, request, reader), email -> keeper -> keeper.restrict(seller, email, rule));
    }

    void lift(SellerId seller, RightsRequest request, Reader reader) {
        email(seller, request, reader).ifPresent(email -> keepers.forEach(keeper -> keeper.lift(seller, email)));
    }

    /** An objection to being written to holds at once, whoever has asked: it takes nothing from anybody (Art 21(3)). */
    int objected(SellerId seller, Requester requester) {
        return sum(given(requester), email -> keeper -> keeper.objected(seller, email));
    }

    private int sum(Optional<Personal<String>> address, Function<Personal<String>, ToIntFunction<KeepsContacts>> act) {
        return address.map(email -> keepers.stream().mapToInt(act.apply(email)).sum())
                .orElse(0);
    }

    private Optional<Personal<String>> email(SellerId seller, RightsRequest request, Reader reader) {
        // Whoever of the shop asks about their account asks about nothing else.
        return request.staff().isPresent()
                ? Optional.empty()
                : requests.requester(seller, request, reader).opened().flatMap(ContactOfRequester::given);
    }

    private static Optional<Personal<String>> given(Requester requester) {
        return Optional.of(requester.email()).filter(email -> !email.isBlank()).map(Personal::of);
    }
}
