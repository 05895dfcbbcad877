package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of requests. */
@Component
class KindsOfRequests implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(Requester.KIND, Requester.TYPED, SealedBundle.KIND, Statement.KIND);
    }
}
