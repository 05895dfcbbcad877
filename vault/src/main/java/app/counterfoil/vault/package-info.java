/** Sealed personal records: purposes, keys, expiry, blind search and the access journal. */
@NullMarked
package app.counterfoil.vault;

import org.jspecify.annotations.NullMarked;
