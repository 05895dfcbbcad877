package app.counterfoil.hub.payout;

import app.counterfoil.hub.connection.OutsideService;
import java.util.List;
import java.util.Set;

/** How settlement files of one channel read: which columns they have, and what their rows are. Columns it does not name are not read. */
public interface SettlementFormat {

    /** The channel whose files they are. */
    OutsideService service();

    /** What such a file is called at the channel, and where it is found there, in a sentence. */
    String whereToFind();

    /** What stands between two cells. */
    char separator();

    /** The columns by which the heading of such a file is known, in small letters. */
    Set<String> heading();

    /** The columns that are read, in small letters; those of people are none of them. */
    Set<String> columns();

    /** Begins to read a file. */
    Rows begin();

    /** What takes the rows of one file, in their order. */
    interface Rows {

        /**
         * Takes a row below the heading.
         *
         * @throws FileRow.Unreadable if a cell cannot be read
         */
        void take(FileRow row);

        /** What all of them said. */
        List<ReadSettlement> settlements();

        /** How many rows are of nothing that was paid out yet; they are left for a later file. */
        int notPaidYet();
    }
}
