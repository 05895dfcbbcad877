package app.counterfoil.hub.disclosure;

/** What protects personal data in the country where a recipient keeps it (Art 44–49 UK GDPR). Stored by its name. */
public enum Safeguard {
    /** The country is the United Kingdom, or one that its law takes to protect people as well. */
    NOT_NEEDED("None needed: the UK, or a country that counts as safe"),
    /** The recipient is certified under the UK extension of the EU–US Data Privacy Framework. */
    DATA_BRIDGE("Certified under the UK–US data bridge"),
    /** The ICO's International Data Transfer Agreement. */
    IDTA("International Data Transfer Agreement (IDTA)"),
    /** The ICO's Addendum to the EU's standard clauses. */
    UK_ADDENDUM("UK Addendum to the EU clauses"),
    /** The EU's standard contractual clauses. */
    EU_CLAUSES("EU standard contractual clauses");

    private final String title;

    Safeguard(String title) {
        this.title = title;
    }

    /** The safeguard as people read it. */
    public String title() {
        return title;
    }
}
