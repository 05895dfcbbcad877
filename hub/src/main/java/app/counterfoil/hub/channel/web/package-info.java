/** The pages of connections: accounts, their downloads, and connecting a new one. */
@NullMarked
package app.counterfoil.hub.channel.web;

import org.jspecify.annotations.NullMarked;
