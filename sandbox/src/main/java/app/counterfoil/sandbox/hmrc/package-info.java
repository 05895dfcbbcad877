/** HMRC's VAT API: whoever signs in there lets a program submit the VAT returns of their business. */
@NullMarked
package app.counterfoil.sandbox.hmrc;

import org.jspecify.annotations.NullMarked;
