package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.retention.WhyStillHere;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.store.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of any sealed record, by the id that the journal and every backup know it by, why it is here. */
@Component
@Order(9)
class RecordsWhyStillHere implements WhyStillHere {

    private final SealedKinds kinds;
    private final Custody custody;
    private final RetentionPolicies policies;
    private final BusinessClock clock;

    RecordsWhyStillHere(SealedKinds kinds, Custody custody, RetentionPolicies policies, BusinessClock clock) {
        this.kinds = kinds;
        this.custody = custody;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public List<Answer> about(SellerId seller, String asked) {
        return id(asked).map(id -> about(seller, id)).orElse(List.of());
    }

    private List<Answer> about(SellerId seller, UUID id) {
        var policy = policies.of(seller);
        var answers = new ArrayList<Answer>();
        custody.in(seller, vault -> {
            for (var kind : kinds.all()) {
                var fate = vault.fatesOf(kind, List.of(id)).get(id);
                if (fate != null) {
                    var ends =
                            Optional.ofNullable(vault.endsOf(kind, List.of(id)).get(id));
                    answers.add(new Answer(
                            what(kind),
                            switch (fate.state()) {
                                case READABLE ->
                                    "It is here until "
                                            + Written.day(ends.orElseGet(clock::today))
                                            + ", held " + rule(kind, policy) + ".";
                                case ENDED ->
                                    "Its day has come and nobody can read it any more: " + rule(kind, policy) + ".";
                                case FORGOTTEN ->
                                    "Whoever it is about was forgotten, and nobody can read it any more; it was held "
                                            + rule(kind, policy) + ".";
                            },
                            fate.state() == Fate.State.READABLE));
                }
            }
            return answers;
        });
        return answers;
    }

    private static String what(RecordKind<?> kind) {
        return String.join(", ", kind.holds().categories()) + " (" + kind.name() + ")";
    }

    private static String rule(RecordKind<?> kind, RetentionPolicy policy) {
        var purpose = kind.purpose();
        return purpose.inOrder() + "; rule for " + purpose.title().toLowerCase(Locale.ROOT) + ": "
                + policy.lifeInWords(purpose);
    }

    private static Optional<UUID> id(String asked) {
        try {
            return Optional.of(UUID.fromString(asked));
        } catch (IllegalArgumentException aNumber) {
            return Optional.empty();
        }
    }
}
