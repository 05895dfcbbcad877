package app.counterfoil.hub.marketing;

import java.util.Arrays;
import java.util.List;

/** What proves that somebody has agreed, or may be written to. Stored by its name. */
public enum ConsentProof {
    /** They have typed their address on the sign-up page of the hub themselves. */
    OWN_PAGE("Sign-up page", WordingKind.CONSENT, false),
    /** They have filled in a form of the shop, on its own site. */
    OWN_FORM("A form on the shop's own site", WordingKind.CONSENT, true),
    /** They have written it on paper. */
    PAPER("Paper", WordingKind.CONSENT, true),
    /** It is brought along from another list, with what proves it there. */
    IMPORT("Brought along from another list", WordingKind.CONSENT, true),
    /** They have bought from this shop itself and did not refuse: a soft opt-in, which is no consent. */
    SALE("Soft opt-in: bought on the shop's own site", WordingKind.REFUSAL_OFFER, true);

    private final String title;
    private final WordingKind wording;
    private final boolean byStaff;

    ConsentProof(String title, WordingKind wording, boolean byStaff) {
        this.title = title;
        this.wording = wording;
        this.byStaff = byStaff;
    }

    /** Those that somebody of the shop can write down; each says where the proof lies. */
    public static List<ConsentProof> byStaff() {
        return Arrays.stream(values()).filter(proof -> proof.byStaff).toList();
    }

    /** The proof as people read it. */
    public String title() {
        return title;
    }

    /** What the words were for that the person was shown. */
    public WordingKind wording() {
        return wording;
    }

    /** Whether it is written down by the shop, and so needs the place where it can be looked at. */
    boolean needsEvidence() {
        return byStaff;
    }
}
