/** Where the keys outside the database live: the epoch keys, under which every key in the database is wrapped. */
@NullMarked
package app.counterfoil.vault.keys;

import org.jspecify.annotations.NullMarked;
