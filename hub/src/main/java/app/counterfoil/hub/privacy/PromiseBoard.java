package app.counterfoil.hub.privacy;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that is promised or owed about personal data, how it is kept, what proves it, and how it stands today. */
@Component
public class PromiseBoard {

    private final LiveProofs proofs;
    private final BusinessClock clock;

    PromiseBoard(LiveProofs proofs, BusinessClock clock) {
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * The board of a moment.
     *
     * @param at when it was looked at, business time
     * @param groups what is promised and owed, by who asks for it
     * @param found what was looked at in the running system
     */
    public record Board(Instant at, List<Group> groups, List<Found> found) {

        /** Copies the lists. */
        public Board {
            groups = List.copyOf(groups);
            found = List.copyOf(found);
        }

        /** How many stand so. */
        public long count(Standing standing) {
            return groups.stream()
                    .flatMap(group -> group.rows().stream())
                    .filter(row -> row.standing() == standing)
                    .count();
        }
    }

    /** What one of those who ask asks for. */
    public record Group(String title, String about, List<Row> rows) {

        /** Copies the list. */
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One promise or duty today.
     *
     * @param promised what is promised or owed
     * @param standing how it stands
     * @param looks what was found of it in the running system
     */
    public record Row(Promised promised, Standing standing, List<Found> looks) {

        /** Copies the list. */
        public Row {
            looks = List.copyOf(looks);
        }
    }

    /** Everything there is on the board. */
    static Stream<Promised> all() {
        return Stream.of(PolicySentence.values(), LegalDuty.values(), ContractDuty.values())
                .flatMap(Arrays::<Promised>stream);
    }

    /** Looks at everything for a seller, now. */
    public Board of(SellerId seller) {
        var found = proofs.of(seller);
        var groups = new ArrayList<Group>();
        groups.add(new Group(
                "What the privacy policy says",
                "Sentence by sentence. The public page has those that are said to buyers and are kept today.",
                rows(List.of(PolicySentence.values()), found)));
        groups.add(new Group(
                "Data protection law",
                "UK GDPR, and the EU's where people there are concerned.",
                rows(List.of(LegalDuty.values()), found)));
        for (var body : ContractDuty.Body.values()) {
            groups.add(new Group(
                    body.title(),
                    "What it asks for about records and personal data.",
                    rows(
                            Arrays.stream(ContractDuty.values())
                                    .filter(duty -> duty.body() == body)
                                    .toList(),
                            found)));
        }
        return new Board(clock.now(), groups, List.copyOf(found.values()));
    }

    private static List<Row> rows(List<? extends Promised> promised, Map<LiveProof, Found> found) {
        return promised.stream().map(each -> row(each, found)).toList();
    }

    private static Row row(Promised promised, Map<LiveProof, Found> found) {
        var proof = promised.proof();
        var looks = proof.live().stream()
                .flatMap(each -> Stream.ofNullable(found.get(each)))
                .toList();
        if (!proof.missing().isEmpty()) {
            return new Row(promised, Standing.NOT_YET, looks);
        }
        var isWell = looks.stream().allMatch(Found::isWell);
        return new Row(promised, isWell ? Standing.KEPT : Standing.TO_LOOK_AT, looks);
    }
}
