package app.counterfoil.sandbox.royalmail;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.oned.Code128Writer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Draws labels of 4 × 6 inches, one a page. They are drawn as a picture, so that a name in any script of the machine's fonts prints. */
final class LabelPdf {

    private static final int WIDTH = 812;
    private static final int HEIGHT = 1218;
    private static final PDRectangle FOUR_BY_SIX = new PDRectangle(4 * 72, 6 * 72);

    private LabelPdf() {}

    static void loadFonts() {
        drawn(new BookedOrder("TPN24", TrackingNumber.of(1), "", 0, List.of("1 Example Row"), List.of()));
    }

    static byte[] of(List<BookedOrder> orders) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var order : orders) {
                var page = new PDPage(FOUR_BY_SIX);
                document.addPage(page);
                var image = image(document, drawn(order));
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, FOUR_BY_SIX.getWidth(), FOUR_BY_SIX.getHeight());
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The grey of each point as it lies in the picture: to be asked for them one by one takes as long as all the rest. */
    private static PDImageXObject image(PDDocument document, BufferedImage drawn) throws IOException {
        var points = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write(points);
        }
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(packed.toByteArray()),
                COSName.FLATE_DECODE,
                drawn.getWidth(),
                drawn.getHeight(),
                Byte.SIZE,
                PDDeviceGray.INSTANCE);
    }

    private static BufferedImage drawn(BookedOrder order) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, WIDTH, 120);
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 52));
        g.drawString(order.service(), 40, 80);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        g.drawString("SANDBOX LABEL - NOT VALID FOR POSTAGE", 40, 165);
        g.drawLine(40, 190, WIDTH - 40, 190);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        int y = 260;
        for (var line : order.addressLines()) {
            g.drawString(line, 60, y);
            y += 54;
        }
        g.drawLine(40, 720, WIDTH - 40, 720);
        if (!order.trackingNumber().isEmpty()) {
            barcode(g, order.trackingNumber());
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        g.drawString("Ref " + order.reference() + "   " + order.grams() + " g", 60, 1110);
        for (int i = 0; i < order.senderLines().size(); i++) {
            g.drawString(order.senderLines().get(i), 60, 1150 + 32 * i);
        }
        g.dispose();
        return image;
    }

    private static void barcode(Graphics2D g, String number) {
        var bars = new Code128Writer().encode(number, BarcodeFormat.CODE_128, WIDTH - 120, 220);
        for (int x = 0; x < bars.getWidth(); x++) {
            if (bars.get(x, 0)) {
                g.drawLine(60 + x, 760, 60 + x, 980);
            }
        }
        g.setFont(new Font(Font.MONOSPACED, Font.BOLD, 40));
        g.drawString(number, 220, 1040);
    }

    /**
     * What a label shows.
     *
     * @param service the code of the service
     * @param trackingNumber the number, or empty for an untracked service
     * @param reference the sender's reference
     * @param grams the weight
     * @param addressLines where it goes
     * @param senderLines where it comes back to
     */
    record BookedOrder(
            String service,
            String trackingNumber,
            String reference,
            int grams,
            List<String> addressLines,
            List<String> senderLines) {}
}
