package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of letters. */
@Component
class KindsOfLetters implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(LetterText.KIND);
    }
}
