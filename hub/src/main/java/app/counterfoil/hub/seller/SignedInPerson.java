package app.counterfoil.hub.seller;

import app.counterfoil.hub.shell.WhoIsHere;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the frame of a page who has signed in. */
@Component
class SignedInPerson implements WhoIsHere {

    private final SellerDetails details;

    SignedInPerson(SellerDetails details) {
        this.details = details;
    }

    @Override
    public Optional<Here> here() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) {
            return Optional.empty();
        }
        return Optional.of(new Here(
                me.seller().toString(),
                me.id().toString(),
                details.of(me.seller()).tradingName(),
                me.name().shownTo(name -> name)));
    }
}
