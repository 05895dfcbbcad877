/**
 * What has to hold in the books of a shop. Whoever keeps books lends a {@link app.counterfoil.hub.books.BookCheck}; the
 * command {@code ./counterfoil verify} goes through all of them, shop by shop, and names what is wrong by ids. Knows no
 * other module's books, and nothing of the vault. Start reading at {@code VerifyCommand}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "shell"})
package app.counterfoil.hub.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
