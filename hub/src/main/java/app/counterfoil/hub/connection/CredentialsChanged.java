package app.counterfoil.hub.connection;

import app.counterfoil.hub.measure.SellerId;
import java.util.UUID;

/**
 * An account has other credentials than before, or none any more: whatever was made with the earlier ones is of no use.
 *
 * @param seller the seller
 * @param account the account
 */
public record CredentialsChanged(SellerId seller, UUID account) {}
