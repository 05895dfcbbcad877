package app.counterfoil.hub.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Locks a PDF with a passphrase, by AES with a key of 256 bits, and the files that go along in it: it opens on any telephone
 * and computer, which an encrypted archive does not.
 */
public final class LockedPdf {

    private static final int KEY_BITS = 256;

    private LockedPdf() {}

    /**
     * A file that goes along.
     *
     * @param type its media type
     * @param bytes what is in it
     */
    public record Attached(String type, byte[] bytes) {
        @Override
        public String toString() {
            return "Attached[" + type + "]";
        }
    }

    /**
     * The locked PDF.
     *
     * @param pdf the open one
     * @param files what goes along, by file name
     * @param passphrase what opens it
     */
    public static byte[] of(byte[] pdf, Map<String, Attached> files, String passphrase) {
        try (var document = Loader.loadPDF(pdf)) {
            attach(document, files);
            // What is locked is none for the archive (ISO 19005-3, 6.1.3), and does not say so.
            document.getDocumentCatalog().setMetadata(null);
            var policy = new StandardProtectionPolicy(passphrase, passphrase, new AccessPermission());
            policy.setEncryptionKeyLength(KEY_BITS);
            document.protect(policy);
            var locked = new ByteArrayOutputStream();
            document.save(locked);
            return locked.toByteArray();
        } catch (IOException broken) {
            // Its message can quote the document.
            throw new IllegalStateException("The paper could not be locked.");
        }
    }

    private static void attach(PDDocument document, Map<String, Attached> files) throws IOException {
        var named = new LinkedHashMap<String, PDComplexFileSpecification>();
        for (var file : files.entrySet()) {
            var attached = file.getValue();
            var embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(attached.bytes()));
            embedded.setSubtype(attached.type());
            embedded.setSize(attached.bytes().length);
            var specification = new PDComplexFileSpecification();
            specification.setFile(file.getKey());
            specification.setFileUnicode(file.getKey());
            specification.setEmbeddedFile(embedded);
            specification.setEmbeddedFileUnicode(embedded);
            named.put(file.getKey(), specification);
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
