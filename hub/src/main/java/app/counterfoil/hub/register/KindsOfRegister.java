package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of the register. */
@Component
class KindsOfRegister implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(KeptText.KIND);
    }
}
