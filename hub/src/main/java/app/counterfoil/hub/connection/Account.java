package app.counterfoil.hub.connection;

import app.counterfoil.hub.measure.SellerId;
import java.util.UUID;

/**
 * An account of the seller at an outside service.
 *
 * @param seller whose it is
 * @param id the account
 * @param service at which service
 * @param name what the seller calls it
 */
public record Account(SellerId seller, UUID id, OutsideService service, String name) {}
