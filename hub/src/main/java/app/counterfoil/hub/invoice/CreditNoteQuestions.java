package app.counterfoil.hub.invoice;

import java.util.List;

/** What a check of the books asks of credit notes; each answer is a sentence on what is wrong. */
final class CreditNoteQuestions {

    private static final String CREDITED =
            """
            SELECT 'Credit note ' || note.series || '-' || note.number || ' credits ' || note.credits
                   || ', which is no invoice of the same order.'
              FROM invoice_invoice note
              LEFT JOIN invoice_invoice credited
                ON credited.seller_id = :seller AND credited.invoice_id = note.credits
               AND credited.credits IS NULL
               AND (credited.order_id = note.order_id
                    OR EXISTS (SELECT 1 FROM invoice_replaced part
                                WHERE part.seller_id = :seller AND part.later_id = credited.invoice_id
                                  AND part.order_id = note.order_id))
             WHERE note.seller_id = :seller AND note.credits IS NOT NULL AND credited.invoice_id IS NULL
             LIMIT :most
            """;
    /** Of a line that takes something off, the signs are turned. */
    private static final String CREDITED_TOO_MUCH =
            """
            SELECT 'Line ' || line.line || ' of invoice ' || invoice.series || '-' || invoice.number || ' says '
                   || line.gross_minor || ' (' || line.vat_minor || ' VAT), and ' || -noted.gross || ' (' || -noted.vat
                   || ' VAT) of it was credited (minor units).'
              FROM invoice_invoice invoice
              JOIN invoice_line line ON line.seller_id = :seller AND line.invoice_id = invoice.invoice_id
              JOIN (
                   SELECT COALESCE(turned.later_id, note.credits) AS document, credit.of_line, sum(credit.gross_minor) AS gross,
                          sum(credit.vat_minor) AS vat
                     FROM invoice_invoice note
                     LEFT JOIN invoice_replaced turned
                            ON turned.seller_id = :seller AND turned.earlier_id = note.credits
                     JOIN invoice_line credit ON credit.seller_id = :seller AND credit.invoice_id = note.invoice_id
                    WHERE note.seller_id = :seller AND note.credits IS NOT NULL
                    GROUP BY document, credit.of_line) noted
                ON noted.document = invoice.invoice_id AND noted.of_line = line.line
             WHERE invoice.seller_id = :seller AND invoice.credits IS NULL
               AND (abs(noted.gross) > abs(line.gross_minor) OR abs(noted.vat) > abs(line.vat_minor)
                 OR sign(noted.gross) = sign(line.gross_minor))
             LIMIT :most
            """;

    private static final String OF_NO_LINE =
            """
            SELECT 'Line ' || credit.line || ' of credit note ' || note.series || '-' || note.number
                   || ' is of no line of its invoice.'
              FROM invoice_invoice note
              JOIN invoice_line credit ON credit.seller_id = :seller AND credit.invoice_id = note.invoice_id
             WHERE note.seller_id = :seller AND note.credits IS NOT NULL
               AND NOT EXISTS (
                   SELECT 1 FROM invoice_line line
                    WHERE line.seller_id = :seller AND line.invoice_id = note.credits AND line.line = credit.of_line
                      AND line.treatment = credit.treatment AND line.rate_bp = credit.rate_bp)
             LIMIT :most
            """;

    private static final String OF_ANOTHER_ORDER =
            """
            SELECT 'Line ' || credit.line || ' of credit note ' || note.series || '-' || note.number
                   || ' is of a line of another order.'
              FROM invoice_invoice note
              JOIN invoice_line credit ON credit.seller_id = :seller AND credit.invoice_id = note.invoice_id
              JOIN invoice_replaced part
                ON part.seller_id = :seller AND part.later_id = note.credits
               AND credit.of_line BETWEEN part.first_line AND part.last_line
             WHERE note.seller_id = :seller AND note.credits IS NOT NULL AND part.order_id <> note.order_id
             LIMIT :most
            """;

    static final List<String> ALL = List.of(CREDITED, CREDITED_TOO_MUCH, OF_NO_LINE, OF_ANOTHER_ORDER);

    private CreditNoteQuestions() {}
}
