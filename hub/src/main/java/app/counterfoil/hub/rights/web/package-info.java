/** Pages of people's requests. */
@NullMarked
package app.counterfoil.hub.rights.web;

import org.jspecify.annotations.NullMarked;
