/** Pages of the data protection office. */
@NullMarked
package app.counterfoil.hub.privacy.web;

import org.jspecify.annotations.NullMarked;
