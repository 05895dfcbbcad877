package app.counterfoil.hub.invoice.einvoice;

import java.text.Normalizer;

/** Text as it may stand in XML: composed, on one line, without what XML 1.0 does not have. */
final class PlainText {

    private PlainText() {}

    static String of(String written) {
        var plain = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
                plain.append(' ');
            } else if (isInXml(letter)) {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean isInXml(int letter) {
        return letter < 0xD800 || (letter > 0xDFFF && letter < 0xFFFE) || letter > 0xFFFF;
    }
}
