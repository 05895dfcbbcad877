package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.tax.VatRate;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The words, days and amounts of a document in one language. All of it is ours and none of the Java runtime's, whose idea of a
 * language changes with its release: the same document has the same bytes.
 */
final class DocumentWords {

    private static final Map<DocumentLanguage, DocumentWords> ALL = all();

    private final DocumentLanguage language;
    private final Map<String, String> words;

    private DocumentWords(DocumentLanguage language, Map<String, String> words) {
        this.language = language;
        this.words = words;
    }

    private static Map<DocumentLanguage, DocumentWords> all() {
        var all = new EnumMap<DocumentLanguage, DocumentWords>(DocumentLanguage.class);
        for (var language : DocumentLanguage.values()) {
            all.put(language, new DocumentWords(language, read(language)));
        }
        return all;
    }

    private static Map<String, String> read(DocumentLanguage language) {
        var name = "words_" + language.code() + ".properties";
        try (var file = DocumentWords.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The words of documents are missing: " + name);
            }
            var read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            var words = new HashMap<String, String>();
            read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
            return Map.copyOf(words);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static DocumentWords in(DocumentLanguage language) {
        return Optional.ofNullable(ALL.get(language)).orElseThrow();
    }

    DocumentLanguage language() {
        return language;
    }

    /** All of them by their keys, for the page. */
    Map<String, String> words() {
        return words;
    }

    /** What stands under that key, with what is put in. */
    String say(String key, String... parts) {
        return told(key, parts).orElseThrow(() -> new IllegalStateException("No word for " + key));
    }

    /** The same, if there is one. */
    Optional<String> told(String key, String... parts) {
        return Optional.ofNullable(words.get(key)).map(found -> {
            var said = found;
            for (int at = 0; at < parts.length; at++) {
                said = said.replace("{" + at + "}", parts[at]);
            }
            return said;
        });
    }

    /** A day. */
    String day(LocalDate day) {
        return switch (language) {
            case ENGLISH -> Written.longDay(day);
            case GERMAN -> day.format(DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT));
            case FRENCH, SPANISH, ITALIAN -> day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT));
        };
    }

    /** A rate of VAT, such as 20% or 5,5 %. */
    String rate(VatRate rate) {
        var number = rate.shown().replace("%", "");
        return say("percent", language == DocumentLanguage.ENGLISH ? number : number.replace('.', ','));
    }

    /** An amount without its currency, with a true minus. */
    String amount(Money amount) {
        return decimal(new BigDecimal(amount.decimal()), amount.currency().getDefaultFractionDigits());
    }

    /** A number with at least so many digits behind the point, and as many as it has. */
    String decimal(BigDecimal number, int digits) {
        if (language == DocumentLanguage.ENGLISH) {
            return number.setScale(Math.max(digits, number.scale()))
                    .toPlainString()
                    .replace('-', '\u2212');
        }
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator(language == DocumentLanguage.FRENCH ? '\u00a0' : '.');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, number.scale()));
        return format.format(number).replace('-', '\u2212');
    }

    /** An amount with its currency. */
    String money(Money amount) {
        if (language == DocumentLanguage.ENGLISH) {
            return amount.shown();
        }
        var code = amount.currency().getCurrencyCode();
        var sign =
                switch (code) {
                    case "GBP" -> "£";
                    case "EUR" -> "€";
                    default -> code;
                };
        return amount(amount) + "\u00a0" + sign;
    }

    /** A currency, as it stands above the amounts. */
    String currency(Money of) {
        var code = of.currency().getCurrencyCode();
        return code.equals("GBP")
                ? say("pounds")
                : language == DocumentLanguage.ENGLISH
                        ? of.currency().getDisplayName(Locale.UK) + " (" + code + ")"
                        : code;
    }
}
