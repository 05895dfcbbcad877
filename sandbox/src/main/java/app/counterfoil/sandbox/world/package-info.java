/** The truth the sandbox holds: accounts, orders in their channel's own JSON, and a seeded stream of new ones. */
@NullMarked
package app.counterfoil.sandbox.world;

import org.jspecify.annotations.NullMarked;
