/** The register of processing as a page, and to take along. */
@NullMarked
package app.counterfoil.hub.register.web;

import org.jspecify.annotations.NullMarked;
