package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.UUID;

/**
 * Parcels have left.
 *
 * @param seller whose they were
 * @param shipments which
 */
public record ShipmentsDispatched(SellerId seller, List<UUID> shipments) {}
