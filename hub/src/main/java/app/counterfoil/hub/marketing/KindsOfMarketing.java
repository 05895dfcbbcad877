package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed for marketing. */
@Component
class KindsOfMarketing implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(Contact.KIND, MemberKey.KIND);
    }
}
