/** Pages of dispatch. */
@NullMarked
package app.counterfoil.hub.dispatch.web;

import org.jspecify.annotations.NullMarked;
