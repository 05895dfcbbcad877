package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of parcels. */
@Component
class KindsOfParcels implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(LabelDocument.KIND);
    }
}
