/** The hub: one package per business capability, listed from the ground up in {@code docs/ARCHITECTURE.md}. */
@NullMarked
package app.counterfoil.hub;

import org.jspecify.annotations.NullMarked;
