package app.counterfoil.hub.register;

import java.util.Arrays;
import java.util.List;

/** What no system knows by itself, so that people add it to the register. Stored by its name. */
public enum KeptPart {
    /** Whom people and the regulator reach. */
    CONTACT("Contact for questions about data", "Whom buyers and the regulator reach", true),
    /** The data protection officer. */
    OFFICER("Data protection officer", "If the law asks for none, write: none appointed", true),
    /** The representative of a seller outside. */
    REPRESENTATIVE("Representative", "Only for a business outside the UK or the EU that sells there", false),
    /** Who decides together with the seller. */
    JOINT_CONTROLLER("Joint controller", "Only if another business decides with you what the data is used for", false),
    /** Why the legal basis of a purpose fits. */
    BASIS_NOTE("Note on the legal basis", "Such as how a legitimate interest was weighed", false);

    private final String title;
    private final String hint;
    private final boolean isNeeded;

    KeptPart(String title, String hint, boolean isNeeded) {
        this.title = title;
        this.hint = hint;
        this.isNeeded = isNeeded;
    }

    /** Those that name somebody and how to reach them. */
    public static List<KeptPart> contacts() {
        return Arrays.stream(values()).filter(part -> part != BASIS_NOTE).toList();
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** What is meant, for whoever writes it. */
    public String hint() {
        return hint;
    }

    /** Whether a register without it has a gap. */
    public boolean isNeeded() {
        return isNeeded;
    }
}
