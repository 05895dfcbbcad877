package app.counterfoil.hub.failure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands between a hub and its real database; every statement and every commit may be the one that fails. */
public final class FailingDatabase implements BeanPostProcessor {

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String CONNECTION_FAILURE = "08006";

    private final FailNth nth;

    /** Asks that counter what is to fail. */
    public FailingDatabase(FailNth nth) {
        this.nth = nth;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? proxy(DataSource.class, (method, arguments) -> {
                    var answer = call(source, method, arguments);
                    return answer instanceof Connection connection ? connection(connection) : answer;
                })
                : bean;
    }

    private Connection connection(Connection real) {
        var asked = new AtomicBoolean();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                asked.set(false);
                return asked(real, method, real, arguments, false);
            }
            if (method.getName().equals("rollback")) {
                asked.set(false);
            }
            var answer = call(real, method, arguments);
            if (answer instanceof CallableStatement) {
                throw new IllegalStateException("The hub calls no procedures.");
            }
            if (answer instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, real, statement, asked);
            }
            return answer instanceof Statement statement ? statement(Statement.class, real, statement, asked) : answer;
        });
    }

    private <S extends Statement> S statement(Class<S> type, Connection connection, S real, AtomicBoolean asked) {
        return proxy(
                type,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? asked(connection, method, real, arguments, breaksAlike(connection, asked))
                        : call(real, method, arguments));
    }

    /** Whether something was asked in the same transaction before. */
    private static boolean breaksAlike(Connection connection, AtomicBoolean asked) throws SQLException {
        return !connection.getAutoCommit() && asked.getAndSet(true);
    }

    private @Nullable Object asked(
            Connection connection, Method method, Object real, Object @Nullable [] arguments, boolean breaksAlike)
            throws Throwable {
        return switch (nth.ofStatement(breaksAlike)) {
            case GOES_ON -> call(real, method, arguments);
            case IS_NOT_DONE -> {
                end(connection, method);
                throw new SQLException("refused by the test", SERIALIZATION_FAILURE);
            }
            case IS_NOT_ANSWERED -> {
                var unheard = call(real, method, arguments);
                // The server notices a broken connection soon; here it has, so that the next look is no race.
                if (!connection.getAutoCommit() && !method.getName().equals("commit")) {
                    connection.rollback();
                }
                connection.abort(Runnable::run);
                throw new SQLException("broken off by the test after " + unheard, CONNECTION_FAILURE);
            }
        };
    }

    /** After a failure the server refuses everything until the transaction ends; a commit that fails ends it. */
    private static void end(Connection connection, Method method) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        if (method.getName().equals("commit")) {
            connection.rollback();
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1 / 0");
        } catch (SQLException asWanted) {
            return;
        }
        throw new IllegalStateException("The transaction goes on.");
    }

    /** What a proxy does with a call. */
    private interface Answer {
        @Nullable
        Object to(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> arguments != null && self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> answer.to(method, arguments);
                }));
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
