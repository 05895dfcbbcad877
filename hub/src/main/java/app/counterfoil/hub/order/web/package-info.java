/** The pages of orders: the list, the search, one order with its timeline, and what needs attention. */
@NullMarked
package app.counterfoil.hub.order.web;

import org.jspecify.annotations.NullMarked;
