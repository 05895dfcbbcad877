/** The sandbox's HTTP server: requests, replies, and a record of every exchange. */
@NullMarked
package app.counterfoil.sandbox.http;

import org.jspecify.annotations.NullMarked;
