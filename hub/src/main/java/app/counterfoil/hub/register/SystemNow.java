package app.counterfoil.hub.register;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Loopback;
import app.counterfoil.vault.Purpose;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of the running system a register of processing speaks of, a line for each thing: purposes, kinds of sealed records,
 * columns that hold more than facts and ids, recipients, hosts that are called, and what each role opens.
 */
@Component
class SystemNow {

    private static final String COLUMNS =
            """
            SELECT 'column ' || c.relname || '.' || a.attname || ': '
                   || split_part(coalesce(col_description(c.oid, a.attnum), 'unclassified'), ': ', 1)
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relnamespace = 'counterfoil'::regnamespace AND c.relkind IN ('r', 'p')
               AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
               AND split_part(coalesce(col_description(c.oid, a.attnum), ''), ': ', 1) NOT IN ('fact', 'id')
            """;

    private final SealedKinds kinds;
    private final ObjectProvider<CallsOut> outside;
    private final JdbcClient db;

    SystemNow(SealedKinds kinds, ObjectProvider<CallsOut> outside, JdbcClient db) {
        this.kinds = kinds;
        this.outside = outside;
        this.db = db;
    }

    /** All of it, in the order of the words. */
    Collection<String> lines() {
        return Stream.of(purposes(), sealed(), columns(), recipients(), hosts(), roles())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> purposes() {
        return Arrays.stream(Purpose.values())
                .map(purpose -> "purpose " + purpose + ": " + purpose.lawfulBasis())
                .toList();
    }

    private List<String> sealed() {
        return kinds.all().stream()
                .map(kind -> "kind " + kind.name() + ": " + kind.purpose() + "; "
                        + names(kind.holds().people()) + "; "
                        + String.join(", ", kind.holds().categories()))
                .toList();
    }

    private List<String> columns() {
        return db.sql(COLUMNS).query(String.class).list();
    }

    private static List<String> recipients() {
        return Arrays.stream(OutsideService.values())
                .map(service -> "recipient " + service + ": " + names(service.receives()))
                .toList();
    }

    /** What is set to this machine, as in training, leaves nothing and is not named. */
    private List<String> hosts() {
        return outside.stream()
                .flatMap(each -> each.addresses().stream()
                        .map(address -> Objects.requireNonNullElse(address.getHost(), address.toString()))
                        .filter(host -> !Loopback.isHost(host))
                        .map(host -> "host " + host + ": " + each.service()))
                .toList();
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values())
                .map(role -> "role " + role + ": "
                        + names(Arrays.stream(Purpose.values())
                                .filter(role::carries)
                                .toList()))
                .toList();
    }

    private static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
