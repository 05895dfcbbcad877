package app.counterfoil.vault;

import java.util.List;
import java.util.Set;

/**
 * Whose data a kind of record holds, and which categories of it, in words for the register of processing (Art 30(1)(c) UK
 * GDPR).
 *
 * @param people of whom it is; at least one
 * @param categories what it is, such as {@code Delivery address}; at least one
 */
public record Holds(Set<DataSubjects> people, List<String> categories) {

    /** @throws IllegalArgumentException if it says nothing: what is not known to be held cannot be answered for */
    public Holds {
        people = Set.copyOf(people);
        categories = List.copyOf(categories);
        if (people.isEmpty() || categories.isEmpty() || categories.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A kind of record says whose data it holds, and what of it.");
        }
    }

    /** Categories of data of one category of people. */
    public static Holds of(DataSubjects people, String... categories) {
        return new Holds(Set.of(people), List.of(categories));
    }
}
