package app.counterfoil.postgres;

/**
 * Where a server is and who signs in there.
 *
 * @param jdbcUrl the address for JDBC
 * @param user the database role
 * @param password its password; not printed
 */
public record ServerAddress(String jdbcUrl, String user, String password) {

    /** The maintenance database of a server on this machine. */
    static ServerAddress onLoopback(int port, String user, String password) {
        return new ServerAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, password);
    }

    /** The same sign-in for another database of the server. */
    public ServerAddress database(String name) {
        return new ServerAddress(jdbcUrl.replaceAll("/[^/?]*(\\?|$)", "/" + name + "$1"), user, password);
    }

    @Override
    public String toString() {
        return "ServerAddress[" + jdbcUrl + ", " + user + "]";
    }
}
