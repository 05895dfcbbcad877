/** Royal Mail Click & Drop API v1 as its published contract says, with labels as real PDF. */
@NullMarked
package app.counterfoil.sandbox.royalmail;

import org.jspecify.annotations.NullMarked;
