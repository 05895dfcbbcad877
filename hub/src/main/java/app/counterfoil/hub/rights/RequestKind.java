package app.counterfoil.hub.rights;

/** What a person can ask for. Stored by its name. */
public enum RequestKind {
    /** A copy of what is held, and all about it. */
    ACCESS("Access", "Art 15", "A copy of what is held on them, why, for how long, and who received it"),
    /** What they have given, for another service to read. */
    PORTABILITY("Portability", "Art 20", "What they have given, in a form that another service can read"),
    /** What is wrong put right. */
    RECTIFICATION("Rectification", "Art 16", "Something that is wrong put right"),
    /** What is held destroyed. */
    ERASURE("Erasure", "Art 17", "What is held on them destroyed"),
    /** What is held kept, and not used. */
    RESTRICTION("Restriction", "Art 18", "What is held kept, but not used"),
    /** A use stopped. */
    OBJECTION("Objection", "Art 21", "A use of their data stopped"),
    /** A complaint about how their data is dealt with. */
    COMPLAINT("Complaint", "DPA 2018 s. 164A", "A complaint about how their data is dealt with");

    private final String title;
    private final String article;
    private final String inWords;

    RequestKind(String title, String article, String inWords) {
        this.title = title;
        this.article = article;
        this.inWords = inWords;
    }

    /** The name people know. */
    public String title() {
        return title;
    }

    /** Where the law has it. */
    public String article() {
        return article;
    }

    /** What is asked for, in a sentence. */
    public String inWords() {
        return inWords;
    }
}
