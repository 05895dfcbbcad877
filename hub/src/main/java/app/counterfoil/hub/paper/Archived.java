package app.counterfoil.hub.paper;

import app.counterfoil.hub.measure.BusinessClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What makes a PDF one for the archive (ISO 19005-3, level B) beside its fonts and colours: what it says of itself. */
final class Archived {

    private static final String PRODUCER = "Counterfoil";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final byte[] COLOURS = ColourProfile.sRgb();

    private final PDDocument pdf;
    private final String title;
    private final GregorianCalendar written;

    private Archived(PDDocument pdf, String title, LocalDate day) {
        this.pdf = pdf;
        this.title = title;
        this.written = GregorianCalendar.from(day.atStartOfDay(BusinessClock.ZONE));
    }

    /** Writes title and day into it, and the file that goes along; nothing of it is of the moment. */
    static void finish(PDDocument pdf, String title, LocalDate day, Optional<Embedded> along) throws IOException {
        var archived = new Archived(pdf, title, day);
        archived.information();
        archived.colours();
        if (along.isPresent()) {
            archived.embed(along.get());
        }
        archived.metadata(along);
    }

    private void information() {
        var information = pdf.getDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(written);
        information.setModificationDate(written);
        pdf.setDocumentId((long) title.hashCode());
    }

    /** As they were reckoned: what PDFBox reads a profile with is the Java runtime's, which writes it otherwise each release. */
    private void colours() throws IOException {
        var profile = new PDStream(pdf, new ByteArrayInputStream(COLOURS), COSName.FLATE_DECODE);
        profile.getCOSObject().setInt(COSName.N, 3);
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.GTS_PDFA1);
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, SRGB);
        intent.setString(COSName.INFO, SRGB);
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        pdf.getDocumentCatalog().addOutputIntent(new PDOutputIntent(intent));
    }

    private void embed(Embedded along) throws IOException {
        var file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(along.bytes()), COSName.FLATE_DECODE);
        file.setSubtype(along.type());
        file.setSize(along.bytes().length);
        file.setModDate(written);
        var specification = new PDComplexFileSpecification();
        specification.setFile(along.name());
        specification.setFileUnicode(along.name());
        specification.setFileDescription(along.description());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.AF_RELATIONSHIP, "Alternative");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(along.name(), specification));
        var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
        var files = new COSArray();
        files.add(specification);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AF, files);
    }

    /** The bytes of the first file that goes along. */
    static Optional<byte[]> along(PDDocument pdf) throws IOException {
        var files = Optional.ofNullable(pdf.getDocumentCatalog().getNames())
                .map(PDDocumentNameDictionary::getEmbeddedFiles);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var first = files.get().getNames().values().stream().findFirst();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(first.get().getEmbeddedFile().toByteArray());
    }

    private void metadata(Optional<Embedded> along) throws IOException {
        var metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(packet(along).getBytes(StandardCharsets.UTF_8));
        var catalog = pdf.getDocumentCatalog();
        catalog.setMetadata(metadata);
        // The pages are not tagged, so they do not say that they are.
        catalog.setMarkInfo(null);
    }

    private String packet(Optional<Embedded> along) {
        var moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                written.toZonedDateTime().toOffsetDateTime());
        return PACKET.replace("{title}", escaped(title))
                .replace("{moment}", moment)
                .replace("{producer}", PRODUCER)
                .replace("{along}", along.map(Archived::described).orElse(""));
    }

    private static String described(Embedded along) {
        return along.metadata() + (along.schemas().isEmpty() ? "" : EXTENSION.replace("{schemas}", along.schemas()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String PACKET =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdf:Producer>{producer}</pdf:Producer>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
            </rdf:Description>
            {along}</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private static final String EXTENSION =
            """
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag>
            {schemas}</rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """;
}
