package app.counterfoil.hub.seller;

import app.counterfoil.hub.clock.ClockGuard;
import app.counterfoil.hub.shell.ClockBanner;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Says on every page of a seller that nothing ends because the clock of the machine has moved. */
@Component
@Order(1)
class ClockInDoubt implements ClockBanner {

    private final ClockGuard clockGuard;

    ClockInDoubt(ClockGuard clockGuard) {
        this.clockGuard = clockGuard;
    }

    @Override
    public Optional<String> sentence() {
        var here = SecurityContextHolder.getContext().getAuthentication();
        return here != null && here.getPrincipal() instanceof SignedIn me
                ? clockGuard
                        .asks(me.seller())
                        .map(jump -> "The clock of the machine has moved, so no personal data ends. An owner decides"
                                + " under What ends.")
                : Optional.empty();
    }
}
