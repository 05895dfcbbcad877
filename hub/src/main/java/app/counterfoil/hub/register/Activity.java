package app.counterfoil.hub.register;

import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Optional;

/**
 * One activity of processing: what is held for a purpose (Art 30(1)(b), (c) and (f)).
 *
 * @param purpose the purpose
 * @param people the categories of people, in words; empty while nothing is sealed for the purpose
 * @param categories the categories of personal data, in words; empty while nothing is sealed for the purpose
 * @param sources where the data comes from
 * @param recipients who may receive it outside
 * @param retention how long this seller keeps it
 * @param onErasure what a request for erasure does to it
 * @param opensFor the roles that may open it
 */
public record Activity(
        Purpose purpose,
        List<String> people,
        List<String> categories,
        List<String> sources,
        List<Receiver> recipients,
        String retention,
        String onErasure,
        List<String> opensFor) {

    /** Copies the lists. */
    public Activity {
        people = List.copyOf(people);
        categories = List.copyOf(categories);
        sources = List.copyOf(sources);
        recipients = List.copyOf(recipients);
        opensFor = List.copyOf(opensFor);
    }

    /** Whether anything is ever sealed for the purpose. */
    public boolean isInUse() {
        return !categories.isEmpty();
    }

    /** The document by which data goes abroad, where one of the recipients keeps it outside; empty where none does. */
    public Optional<String> transfers() {
        var abroad =
                recipients.stream().flatMap(each -> each.transfer().stream()).toList();
        return abroad.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", abroad));
    }
}
