/** How much may be asked: the published limits of each service. */
@NullMarked
package app.counterfoil.sandbox.limit;

import org.jspecify.annotations.NullMarked;
