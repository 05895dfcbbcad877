/** The page of the bookkeeper's room. */
@NullMarked
package app.counterfoil.hub.bookkeeper.web;

import org.jspecify.annotations.NullMarked;
