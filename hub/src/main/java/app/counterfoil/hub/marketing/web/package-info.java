/** Pages of consent to marketing: those of the shop, and those that are open to everybody. */
@NullMarked
package app.counterfoil.hub.marketing.web;

import org.jspecify.annotations.NullMarked;
