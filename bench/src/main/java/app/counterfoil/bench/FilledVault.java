package app.counterfoil.bench;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.store.SellerVault;
import app.counterfoil.vault.store.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** One seller's vault in a bench installation, filled with made-up people: one for delivery and service for each order. */
final class FilledVault {

    /** As many orders as a page of a download has. */
    private static final int PAGE = 500;

    private static final int LOSSES = 3;

    /** Who bought, or to whom it goes. */
    record Contact(Purpose purpose) implements RecordKind<String> {

        @Override
        public String name() {
            return "bench.contact-" + purpose.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Holds holds() {
            return Holds.of(DataSubjects.BUYERS, "Name");
        }

        @Override
        public byte[] write(String content) {
            return content.repeat(6).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] bytes) {
            if (bytes.length == 0) {
                throw new ContentUnreadable(name());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public List<Term> terms(String content) {
            return List.of(Term.email(content + "@example.com"), Term.channelUser(content), Term.postcode("ZZ1 9ZZ"));
        }
    }

    private final UUID seller = UUID.randomUUID();
    private final Installation installation;
    private final DataSource database;
    private final Clock clock;
    /** Of each page some of its people, the first of whom is lost next. */
    private final List<Deque<SubjectId>> toLose = new ArrayList<>();

    private int orders;

    FilledVault(Installation installation) {
        this.installation = installation;
        this.database = installation.part(DataSource.class);
        this.clock = Clock.systemUTC();
    }

    UUID seller() {
        return seller;
    }

    int orders() {
        return orders;
    }

    /**
     * Forgets somebody of every page, and so of every group of subjects; the next turn has all the others to renew. Can be
     * done {@value #LOSSES} times.
     */
    void loseOneOfEachGroup() throws SQLException {
        var lost = toLose.stream().map(Deque::removeFirst).toList();
        in(Duration.ZERO, vault -> vault.forget(lost, Set.of(Purpose.DELIVERY, Purpose.SERVICE), "BENCH"));
    }

    /** Seals two records for each of so many orders, to end in so many days; gives the subjects of the last page. */
    List<SubjectId> fill(int count, int days) throws SQLException {
        var end = LocalDate.now(clock).plusDays(days);
        var subjects = new ArrayList<SubjectId>();
        for (int left = count; left > 0; left -= PAGE) {
            subjects.clear();
            var sealings = new ArrayList<Sealing<String>>();
            for (int i = 0; i < Math.min(PAGE, left); i++) {
                var subject = SubjectId.random();
                subjects.add(subject);
                var content = "bench-person-" + orders++;
                for (var purpose : List.of(Purpose.DELIVERY, Purpose.SERVICE)) {
                    sealings.add(new Sealing<>(new Contact(purpose), UUID.randomUUID(), subject, end, content));
                }
            }
            toLose.add(new ArrayDeque<>(subjects.subList(0, Math.min(LOSSES, subjects.size()))));
            in(Duration.ZERO, vault -> {
                vault.seal(sealings);
                return sealings.size();
            });
        }
        return subjects;
    }

    /** Works in the vault, so much later than now. */
    <T> T in(Duration later, Function<SellerVault, T> work) throws SQLException {
        var vault = new Vault(
                installation.part(KeyRing.class), installation.part(ErasureLedger.class), Clock.offset(clock, later));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var setting = connection.prepareStatement("SELECT set_config('counterfoil.seller', ?, true)")) {
                setting.setString(1, seller.toString());
                setting.execute();
            }
            var result = work.apply(vault.of(seller, connection));
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        }
    }
}
