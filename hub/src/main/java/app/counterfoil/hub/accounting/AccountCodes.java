package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which codes the accounts of the journal in files stand in the seller's own books; proposed until somebody says it. */
@Component
public class AccountCodes {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z ._/-]{0,18}[0-9A-Za-z])?");

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    AccountCodes(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The code of each place. */
    public Map<JournalPlace, String> of(SellerId seller) {
        Map<JournalPlace, String> codes = new EnumMap<>(JournalPlace.class);
        for (var place : JournalPlace.values()) {
            codes.put(place, place.proposal());
        }
        transactions.run(seller, () -> db.sql("SELECT place, code FROM accounting_place WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(row -> {
                    codes.put(JournalPlace.valueOf(row.getString("place")), row.getString("code"));
                }));
        return codes;
    }

    /**
     * Says the codes. They count for files that are made from now on.
     *
     * @throws NotACode if one is none, or is that of another place which has to have its own
     */
    public void say(SellerId seller, Map<JournalPlace, String> codes, UUID person) {
        Map<JournalPlace, String> said = new EnumMap<>(JournalPlace.class);
        for (var place : JournalPlace.values()) {
            said.put(place, codes.getOrDefault(place, "").strip());
        }
        said.forEach((place, code) -> refuseUnfit(place, code, said));
        var places = new ArrayList<>(said.keySet());
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO accounting_place (seller_id, place, code, said_at, person_id)
                        SELECT :seller, said.place, said.code, :now, :person
                          FROM unnest(:places::text[], :codes::text[]) AS said (place, code)
                            ON CONFLICT (seller_id, place)
                            DO UPDATE SET code = EXCLUDED.code, said_at = EXCLUDED.said_at, person_id = EXCLUDED.person_id
                             WHERE accounting_place.code <> EXCLUDED.code
                        """)
                .param("seller", seller.value())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("places", places.stream().map(Enum::name).toArray(String[]::new))
                .param("codes", places.stream().map(said::get).toArray(String[]::new))
                .update());
    }

    private static void refuseUnfit(JournalPlace place, String code, Map<JournalPlace, String> said) {
        if (!CODE.matcher(code).matches()) {
            throw new NotACode(
                    "“%s”: this is no code of an account.".formatted(place.title()),
                    "Write at most 20 letters and digits, with points, dashes, strokes or blanks between them.");
        }
        var other = sharing(place, code, said);
        if (!other.isEmpty()) {
            throw new NotACode(
                    "“%s” and “%s” have the same code."
                            .formatted(place.title(), other.get(0).title()),
                    "Give “%s” an account of its own: it has to come to nought by itself.".formatted(place.title()));
        }
    }

    private static List<JournalPlace> sharing(JournalPlace place, String code, Map<JournalPlace, String> said) {
        return Arrays.stream(JournalPlace.values())
                .filter(other -> place.isAlone() && other != place && code.equalsIgnoreCase(said.get(other)))
                .toList();
    }

    /** A code cannot be one. */
    public static final class NotACode extends Refusal {
        NotACode(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
