package app.counterfoil.hub.invoice.document;

/** A language that documents are written in. Stored by its name. */
public enum DocumentLanguage {
    /** English. */
    ENGLISH("en", "English"),
    /** German. */
    GERMAN("de", "German"),
    /** French. */
    FRENCH("fr", "French"),
    /** Spanish. */
    SPANISH("es", "Spanish"),
    /** Italian. */
    ITALIAN("it", "Italian");

    private final String code;
    private final String title;

    DocumentLanguage(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Its code (ISO 639-1). */
    public String code() {
        return code;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** The language of a country, or of a part of one, where it is one of these alone; English everywhere else. */
    public static DocumentLanguage of(String country) {
        return switch (country) {
            case "DE", "AT", "LI" -> GERMAN;
            case "FR", "LU", "MC" -> FRENCH;
            case "ES", "IC", "EA" -> SPANISH;
            case "IT", "SM", "VA" -> ITALIAN;
            default -> ENGLISH;
        };
    }
}
