package app.counterfoil.hub.vatreturn;

import java.time.Instant;
import java.util.UUID;

/**
 * A return whose figures are frozen.
 *
 * @param id the return
 * @param period its period
 * @param boxes its figures
 * @param state where it stands
 * @param frozenAt when it was declared
 */
public record FrozenReturn(UUID id, VatPeriod period, NineBoxes boxes, ReturnState state, Instant frozenAt) {}
