package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a document looks.
 *
 * @param language the language it is written in
 * @param logo the shop's logo as PNG, if there is one
 * @param footer the shop's own line at the foot, or empty
 */
record DocumentLook(DocumentLanguage language, Optional<byte[]> logo, String footer) {

    /** Without logo and line. */
    static DocumentLook plain(DocumentLanguage language) {
        return new DocumentLook(language, Optional.empty(), "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentLook look
                && language == look.language
                && footer.equals(look.footer)
                && Arrays.equals(logo.orElse(null), look.logo.orElse(null));
    }

    @Override
    public int hashCode() {
        return 31 * language.hashCode() + footer.hashCode();
    }
}
