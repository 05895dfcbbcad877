package app.counterfoil.hub.export;

import app.counterfoil.hub.invoice.Invoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP of papers, under the numbers that stand on them, with a list as CSV. Personal: it does not print. */
final class PapersFile {

    /** What stands above the list. */
    static final List<String> HEADINGS = List.of(
            "Number",
            "Document",
            "Order number",
            "Issued on",
            "Tax point",
            "Net",
            "VAT",
            "Total",
            "Currency",
            "Credits",
            "File",
            "Not here because",
            CopyColumns.CODE);

    private static final String LIST = "documents.csv";

    private final Copy copy;
    private final String mark;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final List<List<String>> rows = new ArrayList<>();

    /** @param mark the sentence by which the copy says what it is */
    PapersFile(Copy copy, String mark) {
        this.copy = copy;
        this.mark = mark;
    }

    /** First day on which it cannot be fetched. */
    LocalDate endsOn() {
        return copy.endsOn();
    }

    void put(Invoice document, byte[] pdf) {
        // A series is typed by the shop and may hold what no file system takes.
        var name = document.number().replaceAll("[^A-Za-z0-9._-]", "-") + ".pdf";
        entry(name, document.issuedOn(), pdf);
        rows.add(row(document, name, ""));
    }

    void leaveOut(Invoice document, String why) {
        rows.add(row(document, "", why));
    }

    private List<String> row(Invoice document, String file, String why) {
        return List.of(
                document.number(),
                document.title(),
                document.orderReference(),
                document.issuedOn().toString(),
                document.suppliedOn().toString(),
                document.net().decimal(),
                document.vat().decimal(),
                document.gross().decimal(),
                document.gross().currency().getCurrencyCode(),
                document.credits().map(Invoice.Other::number).orElse(""),
                file,
                why,
                CopyMark.code(copy.mark(), document.id()));
    }

    /** The whole file, with its list. */
    byte[] closed() {
        var list = new CopyFile(mark, HEADINGS, rows).as(CopyFormat.CSV_FOR_EXCEL, copy.number());
        entry(LIST, copy.endsOn(), list);
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void entry(String name, LocalDate day, byte[] content) {
        try {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(day.atStartOfDay());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public String toString() {
        return "PapersFile[hidden]";
    }
}
