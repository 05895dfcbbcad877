package app.counterfoil.hub.seller;

import app.counterfoil.hub.shell.WhoIsHere;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the frame of a page who has signed in. */
@Component
class SignedInPerson implements WhoIsHere {

    private final SellerDetails details;
    private final PersonRows rows;

    SignedInPerson(SellerDetails details, PersonRows rows) {
        this.details = details;
        this.rows = rows;
    }

    @Override
    public Optional<Here> here() {
        return signedIn()
                .map(me -> new Here(
                        me.seller().toString(),
                        me.id().toString(),
                        details.of(me.seller()).tradingName(),
                        me.name().shownTo(name -> name)));
    }

    @Override
    public BooleanSupplier stillHere() {
        var now = signedIn();
        return () -> now.map(rows::isStillHere).orElse(true);
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
