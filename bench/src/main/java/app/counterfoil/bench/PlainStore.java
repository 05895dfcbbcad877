package app.counterfoil.bench;

import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.vault.RecordKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The reference: the same rows with the same keys and indexes, people in plain, written by hand in one statement a table.
 * It is as durable and as idempotent as the hub, as searchable, and keeps no one apart and nothing secret.
 */
final class PlainStore {

    private static final List<String> TABLES = List.of(
            "DROP SCHEMA IF EXISTS plain CASCADE",
            "CREATE SCHEMA plain",
            """
            CREATE TABLE plain.orders (
                seller_id uuid NOT NULL, order_id uuid NOT NULL, account_id uuid NOT NULL, service text NOT NULL,
                channel_order_id text NOT NULL, state text NOT NULL, by_channel boolean NOT NULL,
                placed_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, ship_by timestamptz,
                currency char(3) NOT NULL, total_minor bigint NOT NULL, shipping_minor bigint NOT NULL,
                territory text NOT NULL, business boolean NOT NULL, vat_by_channel boolean NOT NULL,
                gift boolean NOT NULL, closed_on date,
                PRIMARY KEY (seller_id, order_id),
                UNIQUE (seller_id, account_id, channel_order_id))
            """,
            "CREATE INDEX ON plain.orders (seller_id, placed_at DESC, order_id)",
            "CREATE INDEX ON plain.orders (seller_id, state, placed_at DESC, order_id)",
            """
            CREATE TABLE plain.line (
                seller_id uuid NOT NULL, order_id uuid NOT NULL, line smallint NOT NULL, channel_line_id text NOT NULL,
                sku text NOT NULL, title text NOT NULL, quantity integer NOT NULL, total_minor bigint NOT NULL,
                PRIMARY KEY (seller_id, order_id, line))
            """,
            "CREATE INDEX ON plain.line (seller_id, sku)",
            """
            CREATE TABLE plain.event (
                seller_id uuid NOT NULL, order_id uuid NOT NULL, event_id uuid NOT NULL, at timestamptz NOT NULL,
                what text NOT NULL, detail text NOT NULL,
                PRIMARY KEY (seller_id, order_id, event_id))
            """,
            """
            CREATE TABLE plain.person (
                seller_id uuid NOT NULL, kind text NOT NULL, order_id uuid NOT NULL, subject_id uuid NOT NULL,
                ends_on date NOT NULL, content text NOT NULL, terms text[] NOT NULL,
                PRIMARY KEY (seller_id, kind, order_id))
            """,
            "CREATE INDEX ON plain.person USING gin (terms)",
            "CREATE INDEX ON plain.person (seller_id, subject_id)",
            "CREATE INDEX ON plain.person (seller_id, ends_on)",
            "CREATE TABLE plain.cursor (seller_id uuid, account_id uuid, page int, PRIMARY KEY (seller_id, account_id))");

    private static final String ORDERS =
            """
            INSERT INTO plain.orders
            SELECT ?, order_id, ?, 'AMAZON', channel_id, state, by_channel, placed_at, changed_at, ship_by, currency,
                   total, shipping, territory, business, vat, gift, NULL
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[],
                          ?::timestamptz[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::boolean[],
                          ?::boolean[])
                   AS fresh (order_id, channel_id, state, by_channel, placed_at, changed_at, ship_by, currency, total,
                             shipping, territory, business, vat, gift)
            ON CONFLICT DO NOTHING
            """;
    private static final String LINES =
            """
            INSERT INTO plain.line
            SELECT ?, fresh.*
              FROM unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[]) AS fresh
            ON CONFLICT DO NOTHING
            """;
    private static final String EVENTS =
            """
            INSERT INTO plain.event
            SELECT ?, order_id, gen_random_uuid(), now(), 'PLACED', state
              FROM unnest(?::uuid[], ?::text[]) AS fresh (order_id, state)
            """;
    private static final String PEOPLE =
            """
            INSERT INTO plain.person
            SELECT ?, kind, order_id, subject_id, current_date + 7, content, terms::text[]
              FROM unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                   AS fresh (kind, order_id, subject_id, content, terms)
            ON CONFLICT DO NOTHING
            """;
    private static final String CURSOR =
            """
            INSERT INTO plain.cursor VALUES (?, ?, 1)
            ON CONFLICT (seller_id, account_id) DO UPDATE SET page = plain.cursor.page + 1
            """;

    private final Connection connection;
    private final UUID seller = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();

    PlainStore(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute(table);
            }
        }
        connection.commit();
    }

    /** A page of rows, ready to be written. */
    record Rows(List<Fresh> orders, List<Person> people) {}

    private record Fresh(UUID id, OrderDraft draft) {}

    private record Person(String kind, UUID order, UUID subject, String content, String terms) {}

    /** Makes rows of a page. */
    static Rows rows(List<OrderDraft> drafts) {
        var orders = new ArrayList<Fresh>();
        var people = new ArrayList<Person>();
        for (var draft : drafts) {
            var id = UUID.randomUUID();
            var subject = UUID.randomUUID();
            orders.add(new Fresh(id, draft));
            draft.recipient().ifPresent(to -> people.add(person(Recipient.KIND, to, id, subject)));
            draft.buyer().ifPresent(buyer -> people.add(person(Buyer.KIND, buyer, id, subject)));
        }
        return new Rows(orders, people);
    }

    private static <T> Person person(RecordKind<T> kind, T content, UUID order, UUID subject) {
        var terms = new StringBuilder("{");
        for (var term : kind.terms(content)) {
            var text = term.normalised().replace("\\", "\\\\").replace("\"", "\\\"");
            terms.append(terms.length() == 1 ? "" : ",")
                    .append('"')
                    .append(term.field().name())
                    .append(':')
                    .append(text)
                    .append('"');
        }
        return new Person(
                kind.name(),
                order,
                subject,
                new String(kind.write(content), StandardCharsets.UTF_8),
                terms.append('}').toString());
    }

    /** Writes a page and its cursor in one durable transaction. */
    void store(Rows rows) throws SQLException {
        storeOrders(rows.orders());
        storeLines(rows.orders());
        var orders = rows.orders();
        run(EVENTS, seller, ids(orders), texts(orders.stream().map(each -> "READY")));
        var people = rows.people();
        run(
                PEOPLE,
                seller,
                texts(people.stream().map(Person::kind)),
                people.stream().map(Person::order).toArray(UUID[]::new),
                people.stream().map(Person::subject).toArray(UUID[]::new),
                texts(people.stream().map(Person::content)),
                texts(people.stream().map(Person::terms)));
        run(CURSOR, seller, account);
        connection.commit();
    }

    private void storeOrders(List<Fresh> orders) throws SQLException {
        run(
                ORDERS,
                seller,
                account,
                ids(orders),
                texts(orders.stream().map(each -> each.draft().channelOrderId())),
                texts(orders.stream().map(each -> "READY")),
                orders.stream().map(each -> each.draft().byChannel()).toArray(Boolean[]::new),
                texts(orders.stream().map(each -> each.draft().placedAt().toString())),
                texts(orders.stream().map(each -> each.draft().changedAt().toString())),
                texts(orders.stream().map(each -> each.draft()
                        .shipBy()
                        .orElse(each.draft().placedAt())
                        .toString())),
                texts(orders.stream()
                        .map(each -> each.draft().total().currency().getCurrencyCode())),
                orders.stream().map(each -> each.draft().total().minor()).toArray(Long[]::new),
                orders.stream().map(each -> each.draft().shipping().minor()).toArray(Long[]::new),
                texts(orders.stream()
                        .map(each -> each.draft().recipient().orElseThrow().country())),
                orders.stream()
                        .map(each ->
                                !each.draft().buyer().orElseThrow().vatNumber().isEmpty())
                        .toArray(Boolean[]::new),
                orders.stream().map(each -> each.draft().vatByChannel()).toArray(Boolean[]::new),
                orders.stream()
                        .map(each -> !each.draft()
                                .recipient()
                                .orElseThrow()
                                .giftMessage()
                                .isEmpty())
                        .toArray(Boolean[]::new));
    }

    private void storeLines(List<Fresh> orders) throws SQLException {
        record Row(UUID order, short number, OrderDraft.Line line) {}
        var lines = new ArrayList<Row>();
        for (var order : orders) {
            short number = 1;
            for (var line : order.draft().lines()) {
                lines.add(new Row(order.id(), number++, line));
            }
        }
        run(
                LINES,
                seller,
                lines.stream().map(Row::order).toArray(UUID[]::new),
                lines.stream().map(Row::number).toArray(Short[]::new),
                texts(lines.stream().map(row -> row.line().channelLineId())),
                texts(lines.stream().map(row -> row.line().sku())),
                texts(lines.stream().map(row -> row.line().title())),
                lines.stream().map(row -> row.line().quantity()).toArray(Integer[]::new),
                lines.stream().map(row -> row.line().total().minor()).toArray(Long[]::new));
    }

    private static UUID[] ids(List<Fresh> orders) {
        return orders.stream().map(Fresh::id).toArray(UUID[]::new);
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
