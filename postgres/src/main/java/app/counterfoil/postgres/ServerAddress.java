package app.counterfoil.postgres;

/**
 * Where a server is and who signs in there.
 *
 * @param jdbcUrl the address for JDBC
 * @param user the database role
 * @param password its password; not printed
 */
public record ServerAddress(String jdbcUrl, String user, String password) {

    /**
     * The maintenance database of a server on this machine. While the server is down anybody on the machine may listen at
     * its port: the password is sent to nobody who asks for it plainly, only proven to who knows it too.
     */
    static ServerAddress onLoopback(int port, String user, String password) {
        return new ServerAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?requireAuth=scram-sha-256", user, password);
    }

    /** The address for JDBC with one more setting of the driver. */
    public String with(String setting, String value) {
        return jdbcUrl + (jdbcUrl.indexOf('?') < 0 ? "?" : "&") + setting + "=" + value;
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
