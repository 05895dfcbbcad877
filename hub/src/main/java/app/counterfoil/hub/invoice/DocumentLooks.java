package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.paper.Logo;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the documents of each channel look, as the shop has said; what was issued keeps the look it had. */
@Component
public class DocumentLooks {

    private static final int LONGEST_FOOTER = 300;

    private static final String LATEST =
            """
            SELECT DISTINCT ON (account_id) * FROM invoice_look
             WHERE seller_id = :seller ORDER BY account_id, said_at DESC, look_id
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final PaperFonts fonts;
    private final BusinessClock clock;

    DocumentLooks(JdbcClient db, SellerTransactions transactions, PaperFonts fonts, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.fonts = fonts;
        this.clock = clock;
    }

    /**
     * What was said of a channel.
     *
     * @param id the look
     * @param account the account at the channel; empty for all that have none of their own
     * @param language the language; empty for the one of the country of destination
     * @param hasLogo whether there is a logo
     * @param footer the shop's own line at the foot, or empty
     */
    public record Said(
            UUID id, Optional<UUID> account, Optional<DocumentLanguage> language, boolean hasLogo, String footer) {}

    /**
     * What a new document is given.
     *
     * @param look the look; empty for the plain one
     * @param language the language it is written in
     */
    record Chosen(Optional<UUID> look, DocumentLanguage language) {}

    /** What counts now: of all channels first, then of those that have one of their own. */
    public List<Said> latest(SellerId seller) {
        return transactions
                .in(seller, () -> db.sql(LATEST)
                        .param("seller", seller.value())
                        .query(DocumentLooks::said)
                        .list())
                .stream()
                .sorted((one, other) -> Boolean.compare(
                        one.account().isPresent(), other.account().isPresent()))
                .toList();
    }

    /** What counts for that channel, or for all that have none of their own. */
    public Optional<Said> of(SellerId seller, Optional<UUID> account) {
        return latest(seller).stream()
                .filter(said -> said.account().equals(account))
                .findFirst();
    }

    /** The logo of a look, as PNG. */
    public Optional<byte[]> logo(SellerId seller, UUID look) {
        return look(seller, Optional.of(look), DocumentLanguage.ENGLISH).logo();
    }

    /**
     * Says how documents look from now on.
     *
     * @param account the account at the channel; empty for all that have none of their own
     * @param logo the logo, made anew from what was uploaded; empty for none
     * @throws CannotLookSo if the line at the foot is too long or has letters that no font has
     */
    public void say(
            SellerId seller,
            Optional<UUID> account,
            Optional<DocumentLanguage> language,
            Optional<Logo> logo,
            String footer,
            UUID person) {
        if (footer.length() > LONGEST_FOOTER) {
            throw new CannotLookSo(
                    "The line at the foot has " + footer.length() + " letters.",
                    "Shorten it to " + LONGEST_FOOTER + ".");
        }
        fonts.require(List.of(footer));
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_look (seller_id, look_id, account_id, language, logo, footer, said_at, person_id)
                        VALUES (:seller, :look, CAST(:account AS uuid), :language, CAST(:logo AS bytea), :footer, :now, :person)
                        """)
                .param("seller", seller.value())
                .param("look", UUID.randomUUID())
                .param("account", account.map(UUID::toString).orElse(null))
                .param("language", language.map(Enum::name).orElse(""))
                .param("logo", logo.map(Logo::png).orElse(null))
                .param("footer", footer.strip())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update());
    }

    /** What a document of that channel is given that goes there. */
    Chosen choose(SellerId seller, UUID account, Territory to) {
        var said = of(seller, Optional.of(account)).or(() -> of(seller, Optional.empty()));
        return new Chosen(
                said.map(Said::id), said.flatMap(Said::language).orElseGet(() -> DocumentLanguage.of(to.code())));
    }

    /** The look of that id, in that language. */
    DocumentLook look(SellerId seller, Optional<UUID> look, DocumentLanguage language) {
        return look.flatMap(id -> transactions.in(seller, () -> db.sql(
                                "SELECT logo, footer FROM invoice_look WHERE seller_id = :seller AND look_id = :look")
                        .param("seller", seller.value())
                        .param("look", id)
                        .query((row, number) -> new DocumentLook(
                                language, Optional.ofNullable(row.getBytes("logo")), row.getString("footer")))
                        .optional()))
                .orElseGet(() -> DocumentLook.plain(language));
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getObject("look_id", UUID.class),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                Optional.of(row.getString("language"))
                        .filter(language -> !language.isEmpty())
                        .map(DocumentLanguage::valueOf),
                row.getBytes("logo") != null,
                row.getString("footer"));
    }

    /** Documents cannot look so. */
    public static final class CannotLookSo extends Refusal {
        CannotLookSo(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
