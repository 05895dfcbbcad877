/** Royal Mail as a courier, through Click & Drop; names of fields are those of its API, version 1. */
@NullMarked
package app.counterfoil.hub.dispatch.courier.royalmail;

import org.jspecify.annotations.NullMarked;
