package app.counterfoil.hub.seller;

import java.util.List;
import org.springframework.stereotype.Component;

/** Tells who works in a shop, to those who may see them. */
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
}
