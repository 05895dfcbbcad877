package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.SubjectId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells who works in a shop and who has left it, to those who may see them. */
@Component
public class PeopleOfTheShop {

    private final People people;
    private final PersonRows rows;

    PeopleOfTheShop(People people, PersonRows rows) {
        this.people = people;
        this.rows = rows;
    }

    /**
     * Somebody who works there, by id and role alone.
     *
     * @param id the person
     * @param role what they do
     */
    public record AtWork(UUID id, Role role) {}

    /** Who works there, those who came first at the front; nobody is opened for it. */
    public List<AtWork> atWork(SellerId seller) {
        return rows.working(seller).stream()
                .map(row -> new AtWork(row.person(), row.role()))
                .toList();
    }

    /** Who works there or has left, of those whose data is sealed under these subjects; nobody is opened for it. */
    public List<UUID> sealedUnder(SellerId seller, Set<SubjectId> subjects) {
        return rows.all(seller).stream()
                .filter(row -> subjects.contains(row.subject()))
                .map(PersonRows.Row::person)
                .toList();
    }

    /** One who works there, opened by a job that writes to them; empty once they have left. */
    public Optional<Staff> forJob(SellerId seller, UUID person, Opening opening) {
        return people.one(seller, person, opening);
    }

    /** Everybody with access, for the reader; refused if the reader's role does not carry staff data. */
    public List<Staff> of(SignedIn reader) {
        return people.all(reader);
    }

    /**
     * One with access, for the reader.
     *
     * @throws NoSuchPerson if nobody of that id has access to the reader's shop
     */
    public Staff one(SignedIn reader, UUID person) {
        return people.one(reader, person).orElseThrow(NoSuchPerson::new);
    }

    /** Those who have left and whose data is still kept. */
    public List<Leaver> whoLeft(SignedIn reader) {
        return people.left(reader);
    }
}
