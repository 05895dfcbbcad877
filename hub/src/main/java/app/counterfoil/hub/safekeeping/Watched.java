package app.counterfoil.hub.safekeeping;

/** Is told how far a backup or a restore has come; often, so it has to be quick. */
public interface Watched {

    /**
     * @param percent how much is done, from 0 to 100; 100 only at the end
     * @param bytes how much of the content has gone through
     * @param rows how many rows are whole
     * @param table which table is at work
     */
    void at(int percent, long bytes, long rows, String table);
}
