package app.counterfoil.hub.review;

/** How something is done, and the page on which it can be read. Stored by its name. */
enum Policy {
    /** How long what is kept. */
    RETENTION("Retention policy", "Does each purpose still need its days?", "/ends", 12, 24),
    /** What people are told. */
    PRIVACY("Privacy policy", "Does it still say what is done?", "/promises/policy", 12, 24),
    /** What is done on the day of a breach. Amazon's Data Protection Policy asks for it every six months. */
    BREACH("Breach procedure", "Hold a drill: who does what, and how long did it take?", "/breaches", 6, 6),
    /** How people's requests are met. */
    RIGHTS("Requests and complaints", "Were all answered in time, and in plain words?", "/requests", 12, 24),
    /** What the record of processing says. */
    REGISTER("Record of processing", "Is everything in it, and nothing that is not done?", "/register", 12, 24),
    /** Whether what protects the data is tested. */
    SECURITY("Security and backups", "Was a backup brought back, and did the books check out?", "/journal", 12, 12);

    private final String title;
    private final String question;
    private final String path;
    private final int usualMonths;
    private final int mostMonths;

    Policy(String title, String question, String path, int usualMonths, int mostMonths) {
        this.title = title;
        this.question = question;
        this.path = path;
        this.usualMonths = usualMonths;
        this.mostMonths = mostMonths;
    }

    String title() {
        return title;
    }

    String question() {
        return question;
    }

    String path() {
        return path;
    }

    int usualMonths() {
        return usualMonths;
    }

    int mostMonths() {
        return mostMonths;
    }
}
