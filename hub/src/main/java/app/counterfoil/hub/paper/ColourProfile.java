package app.counterfoil.hub.paper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours of sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, which a PDF for the archive carries along. It is
 * reckoned and not taken from the Java runtime, whose profile is another one with each release.
 */
final class ColourProfile {

    private static final int HEADER = 128;
    private static final int STEPS = 1024;

    /** Where each colour and white lie, adapted to the light of the profile (D50). */
    private static final double[] RED = {0.436066, 0.222488, 0.013916};

    private static final double[] GREEN = {0.385147, 0.716873, 0.097076};
    private static final double[] BLUE = {0.143066, 0.060608, 0.714096};
    private static final double[] WHITE = {0.964203, 1.0, 0.824905};

    private ColourProfile() {}

    /** The same bytes each time. */
    static byte[] sRgb() {
        try {
            var tags = new LinkedHashMap<String, byte[]>();
            tags.put("desc", description());
            tags.put("cprt", text("No copyright, use freely"));
            tags.put("wtpt", place(WHITE));
            tags.put("rXYZ", place(RED));
            tags.put("gXYZ", place(GREEN));
            tags.put("bXYZ", place(BLUE));
            var curve = curve();
            tags.put("rTRC", curve);
            tags.put("gTRC", curve);
            tags.put("bTRC", curve);
            return whole(tags);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] whole(Map<String, byte[]> tags) throws IOException {
        var directory = new ByteArrayOutputStream();
        var data = new ByteArrayOutputStream();
        var out = new DataOutputStream(directory);
        out.writeInt(tags.size());
        var start = HEADER + 4 + 12 * tags.size();
        for (var tag : tags.entrySet()) {
            var bytes = tag.getValue();
            out.writeBytes(tag.getKey());
            out.writeInt(start + data.size());
            out.writeInt(bytes.length);
            data.write(bytes);
            data.write(new byte[(4 - bytes.length % 4) % 4]);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(header(start + data.size()));
        directory.writeTo(whole);
        data.writeTo(whole);
        return whole.toByteArray();
    }

    private static byte[] header(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(size);
        out.writeInt(0);
        out.writeInt(0x02100000);
        out.writeBytes("mntrRGB XYZ ");
        for (var part : new int[] {2026, 1, 1, 0, 0, 0}) {
            out.writeShort(part);
        }
        out.writeBytes("acsp");
        out.write(new byte[28]);
        for (var axis : WHITE) {
            out.writeInt(fixed(axis));
        }
        out.write(new byte[HEADER - out.size()]);
        return bytes.toByteArray();
    }

    private static byte[] description() throws IOException {
        var ascii = "sRGB IEC61966-2.1\0".getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("desc");
        out.writeInt(0);
        out.writeInt(ascii.length);
        out.write(ascii);
        // Neither Unicode nor ScriptCode: 4 + 4 and 2 + 1 + 67 bytes of nothing.
        out.write(new byte[78]);
        return bytes.toByteArray();
    }

    private static byte[] text(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("text");
        out.writeInt(0);
        out.writeBytes(text);
        out.write(0);
        return bytes.toByteArray();
    }

    private static byte[] place(double[] axes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("XYZ ");
        out.writeInt(0);
        for (var axis : axes) {
            out.writeInt(fixed(axis));
        }
        return bytes.toByteArray();
    }

    private static byte[] curve() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("curv");
        out.writeInt(0);
        out.writeInt(STEPS);
        for (var step = 0; step < STEPS; step++) {
            var value = step / (STEPS - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
            out.writeShort((int) StrictMath.round(linear * 65_535));
        }
        return bytes.toByteArray();
    }

    private static int fixed(double number) {
        return (int) StrictMath.round(number * 65_536);
    }
}
