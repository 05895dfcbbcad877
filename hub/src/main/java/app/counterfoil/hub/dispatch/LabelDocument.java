package app.counterfoil.hub.dispatch;

import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/** A courier's label as a PDF. Personal: it does not print. */
public final class LabelDocument {

    /** How it is sealed: for printing it again. */
    public static final RecordKind<LabelDocument> KIND = new RecordKind<>() {
        @Override
        public String name() {
            return "dispatch.label";
        }

        @Override
        public Purpose purpose() {
            return Purpose.LABEL;
        }

        @Override
        public Holds holds() {
            return Holds.of(DataSubjects.RECIPIENTS, "The courier's label with name and address");
        }

        @Override
        public byte[] write(LabelDocument content) {
            return content.pdf();
        }

        @Override
        public LabelDocument read(byte[] bytes) {
            return new LabelDocument(bytes);
        }
    };

    private final byte[] pdf;

    /** A label; the bytes are those of a PDF. */
    public LabelDocument(byte[] pdf) {
        this.pdf = pdf.clone();
    }

    /** The bytes of the PDF. */
    public byte[] pdf() {
        return pdf.clone();
    }

    @Override
    public String toString() {
        return "LabelDocument[hidden]";
    }
}
