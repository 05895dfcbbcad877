package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.paper.Embedded;

/** The file in the PDF, and what the PDF's metadata say of it: Factur-X 1.0, the same as ZUGFeRD 2, profile EN 16931. */
final class FacturX {

    private static final String NAME = "factur-x.xml";

    private FacturX() {}

    static Embedded of(byte[] cii) {
        return new Embedded(NAME, "text/xml", "Factur-X invoice", cii, METADATA, SCHEMA);
    }

    private static final String METADATA =
            """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>INVOICE</fx:DocumentType>
            <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version>
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
            </rdf:Description>
            """;

    private static final String SCHEMA =
            """
            <rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>
            """
                    + property("DocumentFileName", "The name of the embedded XML document")
                    + property("DocumentType", "The type of the hybrid document in capital letters")
                    + property("Version", "The version of the standard applying to the embedded XML document")
                    + property("ConformanceLevel", "The conformance level of the embedded XML document")
                    + """
                    </rdf:Seq></pdfaSchema:property>
                    </rdf:li>
                    """;

    private static String property(String name, String description) {
        return """
                <rdf:li rdf:parseType="Resource">
                <pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>
                <pdfaProperty:category>external</pdfaProperty:category>
                <pdfaProperty:description>%s</pdfaProperty:description>
                </rdf:li>
                """
                .formatted(name, description);
    }
}
