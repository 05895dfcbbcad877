package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.partition.Partition;
import java.util.List;

/**
 * What a backup holds, said before it comes.
 *
 * @param migrations those the schema was made by, in their order
 * @param tables all tables, in the order of their names
 * @param sequences where counters stand
 * @param room the partitions of the tables that have them
 */
record Manifest(List<Migration> migrations, List<Table> tables, List<Sequence> sequences, List<Partition> room) {

    /** A migration, by which a schema is known. */
    record Migration(String version, String checksum) {}

    /**
     * A table.
     *
     * @param name as SQL takes it
     * @param columns those that hold something of their own, each with its type
     * @param bytes about how large it is; only for the progress
     */
    record Table(String name, List<Column> columns, long bytes) {}

    /** A column; the name as SQL takes it. */
    record Column(String name, String type) {}

    /** A counter and the last number it gave. */
    record Sequence(String name, long last) {}

    /** The version of the schema. */
    String schemaVersion() {
        return migrations.get(migrations.size() - 1).version();
    }

    /** Whether the rows of this fit the tables of the other one. */
    boolean fits(Manifest other) {
        return migrations.equals(other.migrations) && shapes().equals(other.shapes());
    }

    private List<Table> shapes() {
        return tables.stream()
                .map(table -> new Table(table.name, table.columns, 0))
                .toList();
    }
}
