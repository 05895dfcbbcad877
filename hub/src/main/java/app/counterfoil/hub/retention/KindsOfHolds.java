package app.counterfoil.hub.retention;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed for legal claims. */
@Component
class KindsOfHolds implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(ClaimCopy.KIND);
    }
}
