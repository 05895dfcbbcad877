package app.counterfoil.hub.invoice;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The PDF of an issued invoice as it was made, behind random bytes. It may name a person: it does not print. */
final class InvoicePaper {

    /** How it is sealed: as part of the tax record. */
    static final RecordKind<InvoicePaper> KIND = new RecordKind<>() {
        @Override
        public String name() {
            return "invoice.paper";
        }

        @Override
        public Purpose purpose() {
            return Purpose.TAX_RECORD;
        }

        @Override
        public Holds holds() {
            return Holds.of(DataSubjects.BUYERS, "The invoice as it was issued");
        }

        @Override
        public byte[] write(InvoicePaper content) {
            return content.whole.clone();
        }

        @Override
        public InvoicePaper read(byte[] bytes) {
            if (bytes.length <= RANDOM_BYTES) {
                throw new ContentUnreadable(name());
            }
            return new InvoicePaper(bytes.clone());
        }
    };

    /** The hash outlives the person: without random bytes in it, somebody could try out names on it. */
    private static final int RANDOM_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] whole;

    private InvoicePaper(byte[] whole) {
        this.whole = whole;
    }

    /** A paper that was just made. */
    static InvoicePaper made(byte[] pdf) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var whole = Arrays.copyOf(random, RANDOM_BYTES + pdf.length);
        System.arraycopy(pdf, 0, whole, RANDOM_BYTES, pdf.length);
        return new InvoicePaper(whole);
    }

    /** The bytes of the PDF. */
    byte[] pdf() {
        return Arrays.copyOfRange(whole, RANDOM_BYTES, whole.length);
    }

    /** The hash by which it is known again, in hex. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "InvoicePaper[hidden]";
    }
}
