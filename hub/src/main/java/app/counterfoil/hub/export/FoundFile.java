package app.counterfoil.hub.export;

import app.counterfoil.hub.measure.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads the cells of a file that somebody has found, a text or a workbook, in memory alone: it names people. */
public final class FoundFile {

    /** So large a file may be. */
    public static final int MOST_BYTES = 20_000_000;

    /** So much may come out of a part of a workbook: a small file can unpack to more than a machine has. */
    private static final int MOST_UNPACKED = 200_000_000;

    private static final String SHARED = "xl/sharedStrings.xml";

    private FoundFile() {}

    /**
     * Its cells, each on a line of its own if it is a workbook.
     *
     * @throws Refusal if it is a workbook that cannot be read
     */
    public static String text(byte[] file) {
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
            return new String(file, StandardCharsets.UTF_8);
        }
        try (var book = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var shared = new ArrayList<String>();
            var entry = book.getEntry(SHARED);
            if (entry != null) {
                shared(reader(book, entry), shared);
            }
            var cells = new StringBuilder();
            for (var part : Collections.list(book.getEntries())) {
                if (part.getName().matches("xl/worksheets/[^/]+\\.xml")) {
                    cells(reader(book, part), shared, cells);
                }
            }
            return cells.toString();
        } catch (IOException | XMLStreamException | RuntimeException quotesIt) {
            throw new Unreadable();
        }
    }

    private static XMLStreamReader reader(ZipFile book, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(unpacked(book.getInputStream(entry))), "UTF-8");
    }

    private static byte[] unpacked(InputStream part) throws IOException {
        try (part) {
            var bytes = part.readNBytes(MOST_UNPACKED + 1);
            if (bytes.length > MOST_UNPACKED) {
                throw new Unreadable();
            }
            return bytes;
        }
    }

    private static void shared(XMLStreamReader part, List<String> shared) throws XMLStreamException {
        var text = new StringBuilder();
        while (part.hasNext()) {
            int event = part.next();
            if (event == XMLStreamConstants.START_ELEMENT && part.getLocalName().equals("t")) {
                text.append(part.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && part.getLocalName().equals("si")) {
                shared.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private static void cells(XMLStreamReader part, List<String> shared, StringBuilder cells)
            throws XMLStreamException {
        var isShared = false;
        while (part.hasNext()) {
            if (part.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (part.getLocalName()) {
                case "c" -> isShared = "s".equals(part.getAttributeValue(null, "t"));
                case "t" -> cells.append(part.getElementText()).append('\n');
                case "v" -> {
                    var value = part.getElementText();
                    cells.append(isShared ? shared.get(Integer.parseInt(value)) : value)
                            .append('\n');
                }
                default -> {
                    // A style or a row: nothing stands in it.
                }
            }
        }
    }

    private static final class Unreadable extends Refusal {
        Unreadable() {
            super("This workbook cannot be read.", "Save it as CSV and give that, or paste rows of it.");
        }
    }
}
