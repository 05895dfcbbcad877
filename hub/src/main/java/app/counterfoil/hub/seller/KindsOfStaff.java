package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of the seller's people. */
@Component
class KindsOfStaff implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(StaffRecord.KIND);
    }
}
