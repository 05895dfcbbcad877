package app.counterfoil.hub.paper;

/**
 * A file that goes along in a paper and tells the same as its pages, such as an invoice for machines.
 *
 * @param name its file name
 * @param type its media type
 * @param description what it is, in words
 * @param bytes what is in it; it may name people
 * @param metadata what the paper's own metadata (XMP) say of it: {@code rdf:Description} elements, or empty
 * @param schemas how those are described, as PDF/A asks: {@code rdf:li} elements of the extension schemas, or empty
 */
public record Embedded(String name, String type, String description, byte[] bytes, String metadata, String schemas) {

    @Override
    public String toString() {
        return "Embedded[" + name + "]";
    }
}
