/**
 * Letters by e-mail to people whose rights are dealt with, or who are asked whether they agree to something. {@link app.counterfoil.hub.letter.SendLetters} seals one and
 * notes that it is to go, in the transaction of whoever answers; a job sends it, and {@link
 * app.counterfoil.hub.letter.Letters} tells what became of it. Start reading at {@code LettersGoOut}. Owns {@code letter_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "books", "custody", "seller"})
package app.counterfoil.hub.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
