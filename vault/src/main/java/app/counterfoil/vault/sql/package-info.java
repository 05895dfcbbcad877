/**
 * How the vault speaks SQL: {@link app.counterfoil.vault.sql.Statements} on one connection,
 * {@link app.counterfoil.vault.sql.SellerRows} for one seller, and {@link app.counterfoil.vault.sql.Columns}, which reads
 * a row as the vault's own words. The statements themselves stand beside the code that needs them, in the packages above.
 * Knows JDBC and the words of the vault, and nothing of what a statement is for. Owns no table.
 */
@NullMarked
package app.counterfoil.vault.sql;

import org.jspecify.annotations.NullMarked;
