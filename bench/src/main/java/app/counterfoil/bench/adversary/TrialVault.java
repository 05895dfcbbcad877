package app.counterfoil.bench.adversary;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeyFolder;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.keys.RootKey;
import app.counterfoil.vault.keys.RootKeyFile;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerFile;
import app.counterfoil.vault.partition.Partitions;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.secrets.EpochTurn;
import app.counterfoil.vault.secrets.Renewal;
import app.counterfoil.vault.store.SellerVault;
import app.counterfoil.vault.store.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** One seller's vault on a real database, under keys of its own, and, if asked, broken by hand. */
final class TrialVault {

    private static final Duration FOR_EVER = Duration.ofDays(100_000);

    /** The program is gone in the middle of what it did. */
    private static final class Died extends Error {}

    private record Person(SubjectId subject, Purpose purpose) {}

    private final UUID seller = UUID.randomUUID();
    private final TrialClock clock = new TrialClock();
    private final Set<Person> forgotten = new HashSet<>();
    private final DataSource database;
    private final Path folder;
    private final Sabotage sabotage;
    private final RootKey root;
    private final KeyRing keys;
    private final ErasureLedger ledger;
    private final Vault vault;

    /** Keys and ledger lie in the folder. */
    TrialVault(DataSource database, Path home, Sabotage sabotage) {
        this.database = database;
        this.folder = home.resolve("keys");
        this.sabotage = sabotage;
        var place = KeyFolder.of(folder, List.of());
        var file = new RootKeyFile(place);
        this.root = sabotage == Sabotage.ROOT_VERSIONS_STAY ? new RootThatStays(file) : file;
        this.keys = new KeyRing(place, root, clock).makeUnlessThere();
        this.ledger = ErasureLedger.openOrBegin(new LedgerFile(home.resolve("ledger")));
        this.vault = new Vault(keys, ledger, clock);
        transaction(connection -> {
            new Partitions(connection).addAhead(LocalDate.now(clock));
            return true;
        });
    }

    UUID seller() {
        return seller;
    }

    TrialClock clock() {
        return clock;
    }

    RootKey root() {
        return root;
    }

    /** The key ring, as a copy of its file would have it. */
    String ring() {
        try {
            return Files.readString(folder.resolve("ring"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Snapshot snapshot() {
        return transaction(connection -> {
            try {
                return Snapshot.of(seller, connection);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    boolean isForgotten(SubjectId subject, Purpose purpose) {
        return forgotten.contains(new Person(subject, purpose));
    }

    void forget(SubjectId subject, Purpose purpose) {
        forgotten.add(new Person(subject, purpose));
        if (sabotage == Sabotage.SUBJECT_SECRET_STAYS) {
            change(
                    "DELETE FROM vault_record WHERE seller_id = ? AND subject_id = ? AND purpose = ?",
                    subject.value(),
                    purpose.name());
        } else {
            run(ofSeller -> ofSeller.forget(List.of(subject), Set.of(purpose), "ERASURE_REQUEST"));
        }
    }

    /** Ends the days that have come; the rows may stay a while longer. */
    void endDays(boolean removeRows) {
        if (sabotage == Sabotage.BUCKET_SECRET_STAYS) {
            change("DELETE FROM vault_record WHERE seller_id = ? AND expires_on <= ?", LocalDate.now(clock));
            return;
        }
        run(vault -> vault.erasures().endDaysThatHaveCome());
        if (removeRows) {
            run(vault -> vault.erasures().removeRemains());
        }
    }

    void turn(Duration horizon) {
        if (sabotage == Sabotage.GROUP_KEEPS_ITS_KEY) {
            change("UPDATE vault_subject_secret SET group_id = NULL WHERE seller_id = ? AND wrapped IS NULL");
        }
        turn(horizon, Integer.MAX_VALUE);
    }

    /** Dies at the given step of the turn; nothing of the step that was under way stands. */
    void turnAndDie(Duration horizon, int step) {
        try {
            turn(horizon, step);
        } catch (Died expected) {
            keys.drop();
        }
    }

    private void turn(Duration horizon, int diesAt) {
        var kept = sabotage == Sabotage.EPOCH_KEYS_STAY ? FOR_EVER : horizon;
        new EpochTurn(keys, kept)
                .turn(
                        new EpochTurn.Sellers() {
                            private int step;

                            @Override
                            public List<UUID> all() {
                                return List.of(seller);
                            }

                            @Override
                            public void followLedger(UUID asked) {
                                var unused =
                                        step(ofSeller -> ofSeller.erasures().followLedger());
                            }

                            @Override
                            public <T> T in(UUID asked, Function<Renewal, T> work) {
                                return step(ofSeller -> work.apply(ofSeller.renewal()));
                            }

                            private <T> T step(Function<SellerVault, T> work) {
                                return TrialVault.this.in(ofSeller -> {
                                    var done = work.apply(ofSeller);
                                    if (step++ >= diesAt) {
                                        throw new Died();
                                    }
                                    return done;
                                });
                            }

                            @Override
                            public void forNoSeller(Consumer<Connection> work) {
                                // Trials share a database, and that remembers the keys of its own hub.
                            }
                        },
                        renewed -> {});
    }

    void run(Consumer<SellerVault> work) {
        in(ofSeller -> {
            work.accept(ofSeller);
            return true;
        });
    }

    <T> T in(Function<SellerVault, T> work) {
        return transaction(connection -> work.apply(vault.of(seller, connection)));
    }

    private void change(String sql, Object... parameters) {
        transaction(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, seller);
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 2, parameters[i]);
                }
                return statement.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private <T> T transaction(Function<Connection, T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var settings = connection.prepareStatement(
                    "SELECT set_config('counterfoil.seller', ?, true), set_config('synchronous_commit', 'off', true)")) {
                settings.setString(1, seller.toString());
                settings.execute();
                var result = work.apply(connection);
                connection.commit();
                return result;
            } catch (RuntimeException | Died failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A root key whose versions cannot be destroyed. */
    private record RootThatStays(RootKey root) implements RootKey {
        @Override
        public int turn() {
            return root.turn();
        }

        @Override
        public String wrap(Secret secret, byte[] boundTo) {
            return root.wrap(secret, boundTo);
        }

        @Override
        public List<Secret> unwrap(List<Wrapped> wrapped) {
            return root.unwrap(wrapped);
        }

        @Override
        public int versionOf(String wrapped) {
            return root.versionOf(wrapped);
        }

        @Override
        public void destroyBefore(int version) {
            // That is the sabotage.
        }
    }
}
