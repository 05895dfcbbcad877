/** Mailchimp's audiences: members, permanent deletion, and webhooks that tell of who leaves. */
@NullMarked
package app.counterfoil.sandbox.mailchimp;

import org.jspecify.annotations.NullMarked;
