package app.counterfoil.bench.adversary;

import app.counterfoil.bench.adversary.Truth.Known;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One random history of one seller: what is held, ended, moved and backed up, and what is true of it at the end. */
final class History {

    private static final Duration HORIZON = Duration.ofDays(7);
    private static final List<Purpose> PURPOSES = List.of(Purpose.DELIVERY, Purpose.SERVICE);
    private static final int PEOPLE = 5;

    private record Everybody(UUID id) implements Reader {
        @Override
        public boolean carries(Purpose purpose) {
            return true;
        }
    }

    private static final Everybody READER = new Everybody(UUID.randomUUID());

    private final Random random;
    private final TrialVault vault;
    private final Truth truth = new Truth();
    private final List<SubjectId> people = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Set<String> rings = new HashSet<>();
    private long lostOnTheWay;

    History(long seed, TrialVault vault) {
        this.random = new Random(seed);
        this.vault = vault;
        for (int i = 0; i < PEOPLE; i++) {
            people.add(SubjectId.random());
        }
    }

    /** Lives through so many acts, and then through some nights in which nothing happens but what is to happen. */
    Verdict live(int acts) {
        for (int i = 0; i < acts; i++) {
            act();
        }
        for (int nights = random.nextInt(14); nights > 0; nights--) {
            night(true);
        }
        backUp(true, true);
        return judge();
    }

    private void act() {
        vault.clock().forward(Duration.ofMinutes(1 + random.nextInt(240)));
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> seal(random(PURPOSES), random(people));
            case 3 -> rectify();
            case 4, 5 -> carryOn();
            case 6, 7 -> forget(random(PURPOSES), random(people));
            case 8 -> hold();
            case 9 -> release();
            case 10, 11 -> night(random.nextInt(10) > 0);
            case 12 -> turn();
            case 13 -> backUp(true, false);
            case 14 -> backUp(false, true);
            case 15 -> open();
            default -> backUp(true, true);
        }
    }

    private void seal(Purpose purpose, SubjectId subject) {
        if (vault.isForgotten(subject, purpose)) {
            return;
        }
        var known = truth.add(subject, purpose, vault.clock().today().plusDays(1 + random.nextInt(12)));
        vault.run(ofSeller -> ofSeller.seal(List.of(sealing(known))));
    }

    /** Whoever lives is looked at in between as well: reading changes nothing, and is journalled. */
    private void open() {
        someoneLiving().ifPresent(known -> lostOnTheWay += opens(known) ? 0 : 1);
    }

    private void rectify() {
        someoneLiving().ifPresent(known -> {
            truth.rectify(known);
            vault.run(ofSeller -> ofSeller.replace(opening(known), new Note(known.purpose), List.of(sealing(known))));
        });
    }

    private void carryOn() {
        someoneLiving().ifPresent(known -> {
            known.endsOn = known.endsOn.plusDays(1 + random.nextInt(5));
            vault.run(ofSeller -> ofSeller.carryOn(
                    opening(known),
                    new Note(known.purpose),
                    Map.of(new RecordRef(known.id, known.subject), known.endsOn)));
        });
    }

    private void forget(Purpose purpose, SubjectId subject) {
        vault.forget(subject, purpose);
        truth.forgotten(subject, purpose, vault.clock().instant());
    }

    private void hold() {
        someoneLiving()
                .filter(known -> !vault.isForgotten(known.subject, Purpose.LEGAL_CLAIM))
                .ifPresent(known -> seal(Purpose.LEGAL_CLAIM, known.subject));
    }

    private void release() {
        truth.living(vault.clock().today()).stream()
                .filter(known -> known.purpose == Purpose.LEGAL_CLAIM)
                .findFirst()
                .ifPresent(known -> forget(Purpose.LEGAL_CLAIM, known.subject));
    }

    /** The day turns, and with it the epoch, if the machine is on. */
    private void night(boolean turned) {
        vault.clock().forward(Duration.ofHours(24));
        vault.endDays(random.nextBoolean());
        truth.dayEnded(vault.clock().today(), vault.clock().instant());
        if (turned) {
            turn();
        }
    }

    private void turn() {
        var begun = vault.clock().instant();
        if (random.nextInt(5) == 0) {
            vault.turnAndDie(HORIZON, random.nextInt(6));
            backUp(random.nextBoolean(), random.nextBoolean());
            forget(random(PURPOSES), random(people));
            // What is forgotten in the middle of a turn is found by the next one at the latest.
            vault.clock().forward(Duration.ofMinutes(1));
        }
        vault.turn(HORIZON);
        truth.turned(begun, vault.clock().instant());
    }

    private void backUp(boolean database, boolean keys) {
        if (database) {
            snapshots.add(vault.snapshot());
        }
        if (keys) {
            rings.add(vault.ring());
        }
    }

    /** Lets the adversary try everything, and asks the vault for everybody who lives. */
    private Verdict judge() {
        rings.add(vault.ring());
        var adversary = new Adversary(vault.seller(), rings, vault.root(), snapshots);
        var verdict = new Verdict();
        verdict.lost = lostOnTheWay;
        var seen = new HashSet<UUID>();
        for (var snapshot : snapshots) {
            for (var sealed : snapshot.records()) {
                verdict.tried++;
                verdict.beyond += truth.isBeyondTheHorizon(sealed.place().id(), HORIZON) ? 1 : 0;
                adversary.open(sealed).map(truth::of).ifPresent(known -> {
                    if (truth.beyondTheHorizon(known, HORIZON)) {
                        verdict.leaked++;
                    } else if (!known.lives() && seen.add(known.id)) {
                        verdict.openedWithinTheHorizon++;
                    }
                });
            }
        }
        for (var known : truth.living(vault.clock().today())) {
            verdict.living++;
            verdict.lost += opens(known) ? 0 : 1;
        }
        return verdict;
    }

    private boolean opens(Known known) {
        var outcome = vault.in(ofSeller -> ofSeller.open(
                        opening(known), new Note(known.purpose), List.of(new RecordRef(known.id, known.subject))))
                .get(known.id);
        return outcome instanceof Outcome.Opened<String> opened
                && opened.content().equals(known.content());
    }

    private Optional<Known> someoneLiving() {
        var living = truth.living(vault.clock().today());
        return living.isEmpty() ? Optional.empty() : Optional.of(random(living));
    }

    private Sealing<String> sealing(Known known) {
        return new Sealing<>(new Note(known.purpose), known.id, known.subject, known.endsOn, known.content());
    }

    private static Opening opening(Known known) {
        return new Opening(READER, known.purpose, "TRIAL");
    }

    private <T> T random(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
