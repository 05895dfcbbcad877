/** A mail server over SMTP and the mailbox over POP3 into which it returns what cannot be delivered. */
@NullMarked
package app.counterfoil.sandbox.mail;

import org.jspecify.annotations.NullMarked;
