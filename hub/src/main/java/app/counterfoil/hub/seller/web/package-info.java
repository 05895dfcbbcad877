/** The pages of sellers and their people: signing in, the business, who works here. */
@NullMarked
package app.counterfoil.hub.seller.web;

import org.jspecify.annotations.NullMarked;
