package app.counterfoil.hub.payout;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes settlements with their lines, in the transaction of whoever asks. */
@Component
class SettlementRows {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient db;
    private final BusinessClock clock;

    SettlementRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The hashes of those of these numbers that were taken in for the account, by number. */
    Map<String, String> known(SellerId seller, UUID account, Collection<String> numbers) {
        var found = new HashMap<String, String>();
        db.sql(
                        """
                        SELECT number, content_hash FROM payout_settlement
                         WHERE seller_id = :seller AND account_id = :account AND number = ANY (:numbers)
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    /** Writes it unless one of that number is there; tells whether it was written. */
    boolean insert(SellerId seller, Account account, ReadSettlement read, UUID person) {
        var id = id(account, read);
        var total = read.total().orElseThrow();
        var written = db.sql(
                        """
                        INSERT INTO payout_settlement
                               (seller_id, settlement_id, account_id, service, number, currency, first_day, last_day, paid_on,
                                total_minor, lines, content_hash, taken_at, person_id)
                        VALUES (:seller, :settlement, :account, :service, :number, :currency, :first, :last,
                                CAST(:paid AS date), :total, :lines, :hash, :now, :person)
                            ON CONFLICT (seller_id, account_id, number) DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("settlement", id)
                .param("account", account.id())
                .param("service", account.service().name())
                .param("number", read.number())
                .param("currency", total.currency().getCurrencyCode())
                .param("first", read.firstDay())
                .param("last", read.lastDay())
                .param("paid", read.paidOn().map(LocalDate::toString).orElse(null))
                .param("total", total.minor())
                .param("lines", read.lines().size())
                .param("hash", read.contentHash())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
        if (written > 0) {
            for (var from = 0; from < read.lines().size(); from += AT_ONCE) {
                var until = Math.min(from + AT_ONCE, read.lines().size());
                lines(seller, id, from, read.lines().subList(from, until));
            }
        }
        return written > 0;
    }

    /** The same for the same settlement, so that an entry of the journal stays the same after a removal by mistake. */
    private static UUID id(Account account, ReadSettlement read) {
        return UUID.nameUUIDFromBytes(
                (account.seller() + "|" + account.id() + "|" + read.number()).getBytes(StandardCharsets.UTF_8));
    }

    private void lines(SellerId seller, UUID settlement, int before, List<SettlementLine> lines) {
        db.sql(
                        """
                        INSERT INTO payout_line
                               (seller_id, settlement_id, line, file_row, kind, name, order_number, day, amount_minor)
                        SELECT :seller, :settlement, :before + line.place, line.file_row, line.kind, line.name, line.number,
                               CAST(line.day AS date), line.amount
                          FROM unnest(:rows::integer[], :kinds::text[], :names::text[], :numbers::text[], :days::text[],
                                      :amounts::bigint[])
                               WITH ORDINALITY AS line (file_row, kind, name, number, day, amount, place)
                        """)
                .param("seller", seller.value())
                .param("settlement", settlement)
                .param("before", before)
                .param("rows", lines.stream().map(SettlementLine::row).toArray(Integer[]::new))
                .param("kinds", lines.stream().map(line -> line.kind().name()).toArray(String[]::new))
                .param("names", lines.stream().map(SettlementLine::name).toArray(String[]::new))
                .param(
                        "numbers",
                        lines.stream().map(SettlementLine::orderNumber).toArray(String[]::new))
                .param("days", lines.stream().map(line -> line.day().toString()).toArray(String[]::new))
                .param(
                        "amounts",
                        lines.stream().map(line -> line.amount().minor()).toArray(Long[]::new))
                .update();
    }
}
