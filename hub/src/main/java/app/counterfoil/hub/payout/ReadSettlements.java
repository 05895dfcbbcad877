package app.counterfoil.hub.payout;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.payout.NotASettlement.BadCell;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a settlement file as it comes in: by the format whose heading it has, and whole, or not at all. */
@Component
class ReadSettlements {

    private static final int MOST_BAD = 20;
    private static final int MOST_ROWS = 250_000;

    private final List<SettlementFormat> formats;

    ReadSettlements(List<SettlementFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** What a file says: its settlements, and how many rows are of nothing that was paid out yet. */
    record ReadFile(List<ReadSettlement> settlements, int notPaidYet) {}

    /**
     * Reads a file of the channel.
     *
     * @throws NotASettlement if it is none of that channel, or cells of it cannot be read
     */
    ReadFile read(OutsideService service, InputStream file) {
        var table = FileTable.in(new FileLines(file), formats)
                .orElseThrow(() ->
                        FileLines.notRead("This is no settlement file: none of its first rows is the heading of one."));
        if (table.format().service() != service) {
            throw new NotASettlement(
                    "This is a file of %s, and the account is one of %s."
                            .formatted(table.format().service().title(), service.title()),
                    "Choose the account that the file is of.");
        }
        var rows = table.format().begin();
        var bad = new ArrayList<BadCell>();
        var count = 0;
        for (var row = table.next(); row.isPresent() && bad.size() < MOST_BAD; row = table.next()) {
            if (++count > MOST_ROWS) {
                throw new NotASettlement(
                        "The file has more than %,d rows.".formatted(MOST_ROWS),
                        "Choose the file of a single settlement.");
            }
            try {
                rows.take(row.get());
            } catch (FileRow.Unreadable cell) {
                bad.add(cell.cell());
            }
        }
        if (!bad.isEmpty()) {
            throw new NotASettlement(
                    bad.size() < MOST_BAD
                            ? "%d %s of this file cannot be read."
                                    .formatted(bad.size(), bad.size() == 1 ? "cell" : "cells")
                            : "Many cells of this file cannot be read; these are the first.",
                    "Nothing was taken in. Download the file anew and leave it as it is; a spreadsheet changes numbers and days.",
                    bad);
        }
        return new ReadFile(rows.settlements(), rows.notPaidYet());
    }
}
