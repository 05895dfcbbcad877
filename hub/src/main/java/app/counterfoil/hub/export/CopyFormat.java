package app.counterfoil.hub.export;

import java.util.List;

/** As what a copy is written. Stored by its name. */
public enum CopyFormat {
    /** A workbook. */
    XLSX("Excel workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Comma-separated values in UTF-8 (RFC 4180). */
    CSV("CSV for programs", "csv", "text/csv;charset=UTF-8"),
    /** The same with a byte order mark before it, without which Excel takes it for another encoding. */
    CSV_FOR_EXCEL("CSV that Excel opens", "csv", "text/csv;charset=UTF-8"),
    /** Issued documents as they are, with a list of them. */
    ZIP("PDFs in a ZIP", "zip", "application/zip");

    private final String title;
    private final String ending;
    private final String mediaType;

    CopyFormat(String title, String ending, String mediaType) {
        this.title = title;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Those in which orders stand row by row. */
    public static List<CopyFormat> ofRows() {
        return List.of(XLSX, CSV, CSV_FOR_EXCEL);
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** What the name of a file of it ends with. */
    public String ending() {
        return ending;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }
}
