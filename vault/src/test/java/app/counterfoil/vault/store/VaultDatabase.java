package app.counterfoil.vault.store;

import app.counterfoil.vault.journal.WitnessFolder;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerFile;
import app.counterfoil.vault.partition.Partitions;
import app.counterfoil.vault.secrets.EpochTurn;
import app.counterfoil.vault.secrets.InstallationKeys;
import app.counterfoil.vault.secrets.Renewal;
import app.counterfoil.vault.secrets.TurnedEpoch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** A vault on a real, empty database of its own; the application's connections have the application's few rights. */
public final class VaultDatabase {

    private static final String WAITING =
            """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;
    private static final String STILL_HELD_BACK =
            """
            SELECT count(*) FROM vault_journal
             WHERE cluster = (pg_control_system()).system_identifier
               AND xact >= pg_snapshot_xmin(pg_current_snapshot())
            """;
    /** Of questions to the server, each on a connection of its own: many seconds. */
    private static final int MOST_TRIES = 10_000;

    private final String url;
    private final Clock clock;
    private final KeyRing ring;
    private final ErasureLedger ledger;
    private final Vault vault;

    private VaultDatabase(String template, Path home, Clock clock) {
        this(home, clock, VaultServer.addressOf(VaultServer.copyOf(template)));
    }

    private VaultDatabase(Path home, Clock clock, String url) {
        this.url = url;
        this.clock = clock;
        this.ring = KeyRing.inFolder(home, clock).makeUnlessThere();
        this.ledger = ErasureLedger.openOrBegin(new LedgerFile(home.resolve("erasures")));
        this.vault = new Vault(ring, ledger, clock, new WitnessFolder(home.resolveSibling("witness")));
    }

    /** A vault with room for what is sealed in the time that the clock of most tests begins in, and in the clock's own. */
    public static VaultDatabase create(Path keys, Clock clock) {
        var database = new VaultDatabase(VaultTemplates.WITH_ROOM, keys, clock);
        database.addPartitions();
        return database;
    }

    /** A vault in which there is no room for any time yet. */
    public static VaultDatabase withoutRoom(Path keys, Clock clock) {
        return new VaultDatabase(VaultTemplates.WITHOUT_ROOM, keys, clock);
    }

    /** The program started again on this database, with the keys and the ledger in that folder. */
    public VaultDatabase restarted(Path home, Clock clock) {
        return new VaultDatabase(home, clock, url);
    }

    /** Runs statements as the owner of everything, past row level security: the hand of an attacker in the database. */
    public void asOwner(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs statements with the application's rights. */
    public void asApplication(String sql) throws SQLException {
        try (var connection = app();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A single number, read as the owner. */
    public long count(String sql) {
        return Long.parseLong(text(sql));
    }

    /** A single value as text, read as the owner. */
    public String text(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The keys that this folder gives a hub that starts on this database. */
    public KeyRing keys(Path folder) {
        var keys = KeyRing.inFolder(folder, Clock.systemUTC());
        confirm(keys);
        return keys;
    }

    /** Starts on this database with those keys. */
    public void confirm(KeyRing keys) {
        forNoSeller(connection -> InstallationKeys.confirm(keys, connection));
    }

    /** Nothing that was unwrapped stays in memory: the next who needs a key asks its keeper. */
    public void dropKeys() {
        ring.drop();
    }

    public void addPartitions() {
        forNoSeller(connection -> new Partitions(connection).addAhead(LocalDate.now(clock)));
    }

    /** Works in the seller's vault within one transaction, committed at its end, rolled back when it throws. */
    public <T> T in(UUID seller, Function<SellerVault, T> work) {
        try (var connection = transaction(seller)) {
            try {
                var result = work.apply(vault.of(seller, connection));
                connection.commit();
                return result;
            } catch (RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Like {@link #in}, for work that lists something. */
    public <T> List<T> list(UUID seller, Function<SellerVault, List<T>> work) {
        return in(seller, work);
    }

    /** Like {@link #in}, for work without a result. */
    public void run(UUID seller, Consumer<SellerVault> work) {
        in(seller, vaultOfSeller -> {
            work.accept(vaultOfSeller);
            return true;
        });
    }

    /**
     * Two transactions that meet: the second begins while the first is done but not committed, and the first commits
     * once the second waits for it, or has gone by without waiting. Throws what the second throws.
     */
    public void whileUnderWay(UUID seller, Consumer<SellerVault> first, Consumer<SellerVault> second) {
        whileUnderWay(seller, first, second, nothing -> {});
    }

    /** Like it, and the first goes on once the second waits for it. */
    void whileUnderWay(
            UUID seller, Consumer<SellerVault> first, Consumer<SellerVault> second, Consumer<SellerVault> firstGoesOn) {
        var threads = Executors.newSingleThreadExecutor();
        try (var underWay = transaction(seller)) {
            first.accept(vault.of(seller, underWay));
            var other = threads.submit(() -> run(seller, second));
            while (!other.isDone() && count(WAITING) == 0) {
                Thread.onSpinWait();
            }
            firstGoesOn.accept(vault.of(seller, underWay));
            underWay.commit();
            other.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
        } catch (SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Signs all that was journalled so far. A checkpoint ends below the oldest transaction of the whole server, so the
     * server's own housekeeping in another database can hold it back for a moment: that is waited for.
     */
    public void checkpoint(UUID seller) {
        int tries = MOST_TRIES;
        while (count(STILL_HELD_BACK) > 0) {
            if (--tries == 0) {
                throw new AssertionError("A transaction that does not end holds checkpoints back.");
            }
        }
        run(seller, vault -> vault.journal().checkpoint());
    }

    /** Turns the epoch for these sellers, under that horizon. */
    public TurnedEpoch turnEpoch(Duration horizon, List<UUID> sellers) {
        return turnEpoch(ring, horizon, sellers);
    }

    /** Turns the epoch of other keys than those that the vault has. */
    public TurnedEpoch turnEpoch(KeyRing keys, Duration horizon, List<UUID> sellers) {
        return new EpochTurn(keys, horizon)
                .turn(
                        new EpochTurn.Sellers() {
                            @Override
                            public List<UUID> all() {
                                return sellers;
                            }

                            @Override
                            public void followLedger(UUID seller) {
                                run(seller, vault -> vault.erasures().followLedger());
                            }

                            @Override
                            public <T> T in(UUID seller, Function<Renewal, T> work) {
                                return VaultDatabase.this.in(seller, vault -> work.apply(vault.renewal()));
                            }

                            @Override
                            public void forNoSeller(Consumer<Connection> work) {
                                VaultDatabase.this.forNoSeller(work);
                            }
                        },
                        renewed -> {});
    }

    /** Works as the application on what belongs to no seller. */
    public void forNoSeller(Consumer<Connection> work) {
        try (var connection = app()) {
            work.accept(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public ErasureLedger ledger() {
        return ledger;
    }

    public KeyRing ring() {
        return ring;
    }

    public Vault vault() {
        return vault;
    }

    /** A transaction of the application for the seller. */
    public Connection transaction(UUID seller) throws SQLException {
        var connection = app();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("SELECT set_config('counterfoil.seller', ?, true)")) {
            statement.setString(1, seller.toString());
            statement.execute();
        }
        return connection;
    }

    private Connection app() throws SQLException {
        return UsedAgain.in(url);
    }

    public Connection owner() throws SQLException {
        return VaultTemplates.asOwner(url);
    }
}
