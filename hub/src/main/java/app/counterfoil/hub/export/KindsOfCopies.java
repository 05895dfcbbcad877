package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of copies. */
@Component
class KindsOfCopies implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        var kinds = new ArrayList<RecordKind<?>>(SealedCopy.kinds());
        kinds.add(CopyReason.KIND);
        return kinds;
    }
}
