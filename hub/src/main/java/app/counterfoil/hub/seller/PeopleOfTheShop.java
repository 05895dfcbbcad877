package app.counterfoil.hub.seller;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells who works in a shop and who has left it, to those who may see them. */
@Component
public class PeopleOfTheShop {

    private final People people;

    PeopleOfTheShop(People people) {
        this.people = people;
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
