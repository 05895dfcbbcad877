package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All kinds of sealed records there are, and what they hold for a purpose; asked of the modules that seal them. */
@Component
class SealedKinds {

    private final List<RecordKind<?>> all;

    SealedKinds(List<DeclaresKinds> modules) {
        this.all = modules.stream()
                .<RecordKind<?>>flatMap(module -> module.kinds().stream())
                .sorted(Comparator.comparing(RecordKind::name))
                .toList();
    }

    List<RecordKind<?>> all() {
        return all;
    }

    /** The categories of people of whom something is held for the purpose. */
    List<String> people(Purpose purpose) {
        return of(purpose)
                .flatMap(kind -> kind.holds().people().stream())
                .distinct()
                .sorted()
                .map(DataSubjects::title)
                .toList();
    }

    /** The categories of data that are held for the purpose, each once. */
    List<String> categories(Purpose purpose) {
        return of(purpose)
                .flatMap(kind -> kind.holds().categories().stream())
                .distinct()
                .toList();
    }

    private Stream<RecordKind<?>> of(Purpose purpose) {
        return all.stream().filter(kind -> kind.purpose() == purpose);
    }
}
