package app.counterfoil.hub.invoice;

import java.util.List;

/** What a check of the books asks of invoices that took the place of others; each answer is a sentence on what is wrong. */
final class ReplacedQuestions {

    private static final String KNOWN =
            """
            SELECT 'Invoice ' || later.series || '-' || later.number || ' takes the place of ' || later.replaces
                   || ', and it is not kept which lines are whose.'
              FROM invoice_invoice later
             WHERE later.seller_id = :seller AND later.replaces IS NOT NULL
               AND NOT EXISTS (
                   SELECT 1 FROM invoice_replaced part
                    WHERE part.seller_id = :seller AND part.later_id = later.invoice_id
                      AND part.earlier_id = later.replaces AND part.order_id = later.order_id AND part.first_line = 1)
             LIMIT :most
            """;
    private static final String OF_NO_ORDER =
            """
            SELECT 'Invoice ' || part.later_id || ' takes the place of ' || part.earlier_id
                   || ', which is no invoice of the same order that counted by itself.'
              FROM invoice_replaced part
              LEFT JOIN invoice_invoice earlier
                     ON earlier.seller_id = :seller AND earlier.invoice_id = part.earlier_id
                    AND earlier.order_id = part.order_id AND earlier.replaces IS NULL AND earlier.credits IS NULL
              LEFT JOIN invoice_invoice later
                     ON later.seller_id = :seller AND later.invoice_id = part.later_id AND later.replaces IS NOT NULL
             WHERE part.seller_id = :seller AND (earlier.invoice_id IS NULL OR later.invoice_id IS NULL)
             LIMIT :most
            """;
    /** Line by line, from either side. */
    private static final String OTHER_LINES =
            """
            SELECT 'Line ' || COALESCE(told.line, meant.line) || ' of invoice ' || COALESCE(told.later_id, meant.later_id)
                   || ' is not the line of the short invoice whose place it takes.'
              FROM (SELECT part.later_id, line.line, line.part, line.description, line.quantity, line.treatment, line.rate_bp,
                           line.net_minor, line.vat_minor
                      FROM (SELECT DISTINCT later_id FROM invoice_replaced WHERE seller_id = :seller) part
                      JOIN invoice_line line ON line.seller_id = :seller AND line.invoice_id = part.later_id) told
              FULL JOIN (
                   SELECT part.later_id, line.line + part.first_line - 1 AS line, line.part, line.description, line.quantity,
                          line.treatment, line.rate_bp, line.net_minor, line.vat_minor, part.last_line
                     FROM invoice_replaced part
                     JOIN invoice_line line ON line.seller_id = :seller AND line.invoice_id = part.earlier_id
                    WHERE part.seller_id = :seller) meant
                ON meant.later_id = told.later_id AND meant.line = told.line
             WHERE told.line IS NULL OR meant.line IS NULL OR meant.line > meant.last_line
                OR (told.part, told.description, told.quantity, told.treatment, told.rate_bp, told.net_minor, told.vat_minor)
                   IS DISTINCT FROM
                   (meant.part, meant.description, meant.quantity, meant.treatment, meant.rate_bp, meant.net_minor,
                    meant.vat_minor)
             LIMIT :most
            """;

    private static final String OTHER_SUMS =
            """
            SELECT 'Invoice ' || later.series || '-' || later.number || ' says ' || later.net_minor || ' + ' || later.vat_minor
                   || ', and those whose place it takes ' || sum(earlier.net_minor) || ' + ' || sum(earlier.vat_minor)
                   || ' (minor units).'
              FROM invoice_invoice later
              JOIN invoice_replaced part ON part.seller_id = :seller AND part.later_id = later.invoice_id
              JOIN invoice_invoice earlier ON earlier.seller_id = :seller AND earlier.invoice_id = part.earlier_id
             WHERE later.seller_id = :seller
             GROUP BY later.seller_id, later.invoice_id
            HAVING sum(earlier.net_minor) <> later.net_minor OR sum(earlier.vat_minor) <> later.vat_minor
                OR bool_or(earlier.currency <> later.currency)
             LIMIT :most
            """;

    static final List<String> ALL = List.of(KNOWN, OF_NO_ORDER, OTHER_LINES, OTHER_SUMS);

    private ReplacedQuestions() {}
}
