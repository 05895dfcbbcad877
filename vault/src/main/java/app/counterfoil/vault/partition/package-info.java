/**
 * The partitions that sealed records and journal lie in, so that expiry gives space back without deleting row by row.
 * {@link app.counterfoil.vault.partition.Partitions} adds those of the coming time, drops those that are past and empty,
 * and lists them, since a backup has to make the same ones before rows are brought there. Which steps of time a purpose
 * is kept in says {@link app.counterfoil.vault.PartitionStep}; what is past the database's own functions decide.
 */
@NullMarked
package app.counterfoil.vault.partition;

import org.jspecify.annotations.NullMarked;
