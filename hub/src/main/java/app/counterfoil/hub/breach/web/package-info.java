/** Pages of the breach room, and what is taken along from it. */
@NullMarked
package app.counterfoil.hub.breach.web;

import org.jspecify.annotations.NullMarked;
