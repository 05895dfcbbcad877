package app.counterfoil.hub.breach;

/** What happens to data in a breach (Art 4(12) UK GDPR). Stored by its name. */
public enum Harm {
    /** Somebody saw it who may not. */
    CONFIDENTIALITY("Seen by somebody who may not see it"),
    /** It was changed by somebody who may not. */
    INTEGRITY("Changed by somebody who may not change it"),
    /** It was lost, or cannot be reached. */
    AVAILABILITY("Lost, or out of reach");

    private final String title;

    Harm(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
