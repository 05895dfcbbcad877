/** Mailchimp as a newsletter service; names of fields are those of its Marketing API, version 3.0. */
@NullMarked
package app.counterfoil.hub.marketing.mailchimp;

import org.jspecify.annotations.NullMarked;
