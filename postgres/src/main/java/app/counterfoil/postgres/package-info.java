/** An embedded PostgreSQL that is safe to keep data in, and the check of any server's settings. */
@NullMarked
package app.counterfoil.postgres;

import org.jspecify.annotations.NullMarked;
