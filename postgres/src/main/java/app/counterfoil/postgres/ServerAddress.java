package app.counterfoil.postgres;

/**
 * Where a server is and who signs in there.
 *
 * @param jdbcUrl the address for JDBC
 * @param user the database role
 * @param password its password; not printed
 */
public record ServerAddress(String jdbcUrl, String user, String password) {

    /** The same sign-in for another database of the server. */
    public ServerAddress database(String name) {
        return new ServerAddress(jdbcUrl.replaceAll("/[^/?]*(\\?|$)", "/" + name + "$1"), user, password);
    }

    @Override
    public String toString() {
        return "ServerAddress[" + jdbcUrl + ", " + user + "]";
    }
}
