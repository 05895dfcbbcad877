/** The outside world for demos, training and tests, spoken over HTTP. */
@NullMarked
package app.counterfoil.sandbox;

import org.jspecify.annotations.NullMarked;
