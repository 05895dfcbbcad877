package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.measure.Refusal;
import java.nio.file.Path;

/** There is a database with sellers where one was to be restored. */
final class DatabaseInTheWay extends Refusal {

    private DatabaseInTheWay(String wrong) {
        super(
                wrong,
                "If the backup is to take its place, add --replace: the folder is then moved aside, not deleted. Otherwise"
                        + " name another folder in COUNTERFOIL_HOME.");
    }

    static DatabaseInTheWay withSellers(Path folder) {
        return new DatabaseInTheWay("The database in " + folder + " holds sellers, so nothing is restored over it.");
    }

    static DatabaseInTheWay thatDoesNotStart(Path folder) {
        return new DatabaseInTheWay(
                "There is a database in " + folder + " that does not start, so nobody knows what is in it.");
    }
}
