/** Where VAT numbers are looked up: VIES for those of member states and Northern Ireland, HMRC for British ones. */
@NullMarked
package app.counterfoil.sandbox.numbers;

import org.jspecify.annotations.NullMarked;
