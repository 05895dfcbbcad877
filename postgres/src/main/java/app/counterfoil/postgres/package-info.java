/**
 * An embedded PostgreSQL that is safe to keep data in, and the check of any server's settings. Start at
 * {@link app.counterfoil.postgres.EmbeddedPostgres}: {@code Cluster} makes the data folder, {@code Postmaster} runs the
 * server in it and starts it again, and {@code ServerProcess} is one run of it. A standby is copied and taken over by
 * {@link app.counterfoil.postgres.Standby}, waited for by {@link app.counterfoil.postgres.Waiting}, and kept apart from
 * the server it replaced by {@link app.counterfoil.postgres.Fence}. {@link app.counterfoil.postgres.SafeSettings} refuses
 * a server that could lose what it has confirmed. Knows files, processes and JDBC, no table, and nobody who keeps data.
 */
@NullMarked
package app.counterfoil.postgres;

import org.jspecify.annotations.NullMarked;
