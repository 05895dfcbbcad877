/** Pages of the reviews, the review of who has access, and the evidence that is taken along. */
@NullMarked
package app.counterfoil.hub.review.web;

import org.jspecify.annotations.NullMarked;
