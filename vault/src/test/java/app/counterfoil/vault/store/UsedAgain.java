package app.counterfoil.vault.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connections of the application to the database of the test that runs, which are closed when the next test comes: a
 * server that has just been connected to reads its catalogue anew, which takes longer than what most tests ask of it.
 */
final class UsedAgain {

    private static final Deque<Connection> IDLE = new ArrayDeque<>();
    private static String database = "";

    private UsedAgain() {}

    /** One that nobody uses just now; closing it leaves it to the next who asks. */
    static Connection in(String address) throws SQLException {
        var real = idle(address);
        var connection = real == null ? VaultTemplates.asApplication(address) : real;
        var given = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                UsedAgain.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (given.compareAndSet(false, true)) {
                            giveBack(address, connection);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    private static synchronized Connection idle(String address) throws SQLException {
        if (!database.equals(address)) {
            for (var ofEarlierTest : IDLE) {
                ofEarlierTest.close();
            }
            IDLE.clear();
            database = address;
        }
        return IDLE.poll();
    }

    private static synchronized void giveBack(String address, Connection connection) throws SQLException {
        if (connection.isClosed() || !database.equals(address)) {
            connection.close();
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        IDLE.push(connection);
    }
}
