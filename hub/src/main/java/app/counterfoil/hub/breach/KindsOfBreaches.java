package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of incidents. */
@Component
class KindsOfBreaches implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(BreachTexts.KIND, SealedPeopleLetter.KIND);
    }
}
