/** The sandbox's own small API: see the truth and the exchanges, add orders, switch faults. */
@NullMarked
package app.counterfoil.sandbox.admin;

import org.jspecify.annotations.NullMarked;
