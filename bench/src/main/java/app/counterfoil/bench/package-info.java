/** Benchmarks, each beside its reference in the same run. */
@NullMarked
package app.counterfoil.bench;

import org.jspecify.annotations.NullMarked;
