/** Pages on which copies are made, fetched, withdrawn and told apart. */
@NullMarked
package app.counterfoil.hub.export.web;

import org.jspecify.annotations.NullMarked;
