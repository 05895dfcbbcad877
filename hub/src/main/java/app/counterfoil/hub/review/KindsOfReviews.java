package app.counterfoil.hub.review;

import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares what is sealed of reviews. */
@Component
class KindsOfReviews implements DeclaresKinds {

    @Override
    public List<RecordKind<?>> kinds() {
        return List.of(ReviewNote.KIND);
    }
}
