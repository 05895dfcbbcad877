/**
 * The proof of forgetting: random histories of a vault, and an adversary who afterwards holds every backup ever made of
 * it and all keys of today, and tries everything on everything.
 */
@NullMarked
package app.counterfoil.bench.adversary;

import org.jspecify.annotations.NullMarked;
