/** The faults of the outside world, switched on for a number of calls. */
@NullMarked
package app.counterfoil.sandbox.fault;

import org.jspecify.annotations.NullMarked;
