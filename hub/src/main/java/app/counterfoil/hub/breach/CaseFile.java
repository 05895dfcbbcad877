package app.counterfoil.hub.breach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that is known of an incident in facts: nobody's data, and nothing of what people have written.
 *
 * @param incident the incident
 * @param steps its timeline, from the beginning
 * @param scopes what was counted, the earliest first
 * @param duties where each duty stands
 */
public record CaseFile(Incident incident, List<Step> steps, List<Scope> scopes, List<DutyState> duties) {

    static CaseFile of(Incident incident, List<Step> steps, List<Scope> scopes) {
        var owed = new ArrayList<>(List.of(Duty.REGULATOR, Duty.NOTICE));
        if (scopes.stream().anyMatch(scope -> scope.found().contract())) {
            owed.add(Duty.CHANNEL);
        }
        owed.add(Duty.PEOPLE);
        return new CaseFile(incident, steps, scopes, DutyState.of(incident, owed, steps));
    }

    /** When it was closed; empty while it is open. */
    public Optional<Instant> closedAt() {
        return firstOf(Act.CLOSED);
    }

    /** When something was done for the first time; empty if it was not. */
    public Optional<Instant> firstOf(Act act) {
        return steps.stream().filter(step -> step.act() == act).map(Step::at).findFirst();
    }

    /** How many were written to, as the last step says that tells it; empty if nobody was. */
    public Optional<Told> told() {
        return steps.stream().flatMap(step -> step.told().stream()).reduce((earlier, later) -> later);
    }

    /** Whether it was decided that people are told, because the risk to them is high or all the same. */
    public boolean mustTellPeople() {
        return duties.stream().anyMatch(duty -> duty.duty() == Duty.PEOPLE && duty.isDone());
    }

    /** The people of the shop whose own data any count is about. */
    public Set<UUID> staff() {
        var staff = new HashSet<UUID>();
        scopes.forEach(scope -> staff.addAll(scope.found().staff()));
        return staff;
    }

    /** The subjects of neither an order nor an account, of whom an address is kept, of all counts. */
    public Set<UUID> contacts() {
        var contacts = new HashSet<UUID>();
        scopes.forEach(scope -> contacts.addAll(scope.found().contacts()));
        return contacts;
    }

    /** Whether anybody was counted who can be written to, as far as is known without opening them. */
    public boolean hasAddressees() {
        return !(orders().isEmpty() && staff().isEmpty() && contacts().isEmpty());
    }

    /** The orders of all counts, so that their people can be written to. */
    public Set<UUID> orders() {
        var orders = new HashSet<UUID>();
        scopes.forEach(scope -> orders.addAll(scope.found().orders()));
        return orders;
    }
}
