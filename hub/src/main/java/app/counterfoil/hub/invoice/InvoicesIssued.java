package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.UUID;

/**
 * Invoices were issued.
 *
 * @param seller whose they are
 * @param invoices which
 */
public record InvoicesIssued(SellerId seller, List<UUID> invoices) {}
