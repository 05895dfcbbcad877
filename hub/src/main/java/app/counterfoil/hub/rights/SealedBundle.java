package app.counterfoil.hub.rights;

import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/** The copy that was made for a requester, as a locked PDF. Personal: it does not print. */
final class SealedBundle {

    /** How it is sealed: to be fetched for some days. */
    static final RecordKind<SealedBundle> KIND = new RecordKind<>() {
        @Override
        public String name() {
            return "rights.bundle";
        }

        @Override
        public Purpose purpose() {
            return Purpose.RIGHTS_REQUEST;
        }

        @Override
        public Holds holds() {
            return Holds.of(DataSubjects.REQUESTERS, "The copy of what is held on them");
        }

        @Override
        public byte[] write(SealedBundle content) {
            return content.pdf.clone();
        }

        @Override
        public SealedBundle read(byte[] bytes) {
            return new SealedBundle(bytes.clone());
        }
    };

    private final byte[] pdf;

    SealedBundle(byte[] pdf) {
        this.pdf = pdf;
    }

    byte[] pdf() {
        return pdf.clone();
    }

    @Override
    public String toString() {
        return "SealedBundle[hidden]";
    }
}
