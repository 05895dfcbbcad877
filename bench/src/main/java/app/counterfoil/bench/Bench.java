package app.counterfoil.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;

/** Runs one benchmark and prints what it measured, whatever it is. */
public final class Bench {

    private static final String HELP =
            """
            ./counterfoil bench intake [orders] [profile]
                                                  orders a second, sealed, beside the same in plain (default 50000 orders);
                                                  profile: in which methods and statements the time goes
            ./counterfoil bench open [pages] [orders] [profile]
                                                  a page of 50 orders opened, journalled and rendered, and a search by name
                                                  (default 2000 pages of 5000 orders)
            ./counterfoil bench failover [rounds] [seed] [async]
                                                  the database is killed under load and its standby takes over; nothing may be
                                                  lost, and nobody forgotten may return (default 5 rounds; async: not waited for)
            ./counterfoil bench verify [orders]   everything checked, each record opened, and what a million takes (default 100000)
            ./counterfoil bench forget [orders]   one person with 1000 orders, in a small store and in this one (default 1000000)
            ./counterfoil bench rights [orders] [profile]
                                                  what one person with 1000 orders asks for: found, copied, made unreadable, in a
                                                  small store and in this one (default 1000000)
            ./counterfoil bench invoices [invoices]
                                                  papers a second and core, plain and with their form for machines, and so many
                                                  invoices numbered by two nodes at once, without a gap (default 10000)
            ./counterfoil bench expire [records]  all that ends on one day (default 1000000)
            ./counterfoil bench epoch [subjects]  the epoch turns on the worst of nights, and beside the intake (default 1000000)
            ./counterfoil bench memory [orders]   what of people and keys is in the hub's memory after work, and after a minute's
                                                  rest (default 1000 orders)
            ./counterfoil bench adversary [histories]
                                                  who holds all backups against random histories, unseen ones (default 20000)
            ./counterfoil bench backup [orders]   a backup and its restore, beside plain COPY (default 50000 orders)
            ./counterfoil bench soak [kills] [seed] [histories]
                                                  program, database server and its processes are killed under load, at random;
                                                  after each kill the books are checked (default 1500 kills); beside it the
                                                  adversary's histories (default 20000)
            """;

    private static final int HISTORIES = 20_000;
    private static final String PROFILE = "profile";

    private Bench() {}

    /** The benchmark named by the first argument; the second is how much of it. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        var asked = List.of(arguments);
        switch (asked.isEmpty() ? "help" : asked.get(0)) {
            case "intake" ->
                new IntakeBench(System.out, number(without(asked, PROFILE), 50_000), 8_000, asked.contains(PROFILE))
                        .run();
            case "open" -> open(asked);
            case "failover" -> failover(asked);
            case "verify" -> new VerifyBench(System.out, number(asked, 100_000)).run();
            case "forget" -> {
                int orders = number(asked, 1_000_000);
                new ForgetBench(System.out, Math.min(50_000, orders / 2), orders).run();
            }
            case "rights" -> {
                int orders = number(without(asked, PROFILE), 1_000_000);
                new RightsBench(System.out, 1_000, Math.min(20_000, orders / 2), orders, asked.contains(PROFILE)).run();
            }
            case "invoices" -> new InvoicesBench(System.out, number(asked, 10_000), 300).run();
            case "expire" -> new ExpireBench(System.out, number(asked, 1_000_000)).run();
            case "epoch" -> new EpochBench(System.out, number(asked, 1_000_000)).run();
            case "memory" -> new MemoryBench(System.out, number(asked, 1_000), MemoryBench.IDLE, thisProgram()).run();
            case MemoryLife.NAME -> MemoryLife.live(Path.of(asked.get(1)), URI.create(asked.get(2)), asked.get(3));
            case "adversary" -> {
                var unused = new AdversaryBench(System.out, number(asked, HISTORIES)).run();
            }
            case "backup" -> new BackupBench(System.out, number(asked, 50_000)).run();
            case "soak" ->
                new SoakBench(System.out, number(asked, 1_500), histories(asked), seed(asked), thisProgram()).run();
            case SoakLife.NAME -> SoakLife.live(Path.of(asked.get(1)), Long.parseLong(asked.get(2)));
            default -> System.out.print(HELP);
        }
        System.exit(0);
    }

    private static void open(List<String> asked) throws IOException, SQLException, InterruptedException {
        var numbers = without(asked, PROFILE);
        var orders = numbers.size() > 2 ? number(numbers.subList(1, 3), 5_000) : 5_000;
        new OpenBench(System.out, orders, number(numbers, 2_000), 600, asked.contains(PROFILE)).run();
    }

    private static List<String> without(List<String> asked, String word) {
        return asked.stream().filter(each -> !each.equals(word)).toList();
    }

    private static void failover(List<String> asked) throws IOException, SQLException, InterruptedException {
        var waits = !asked.contains("async");
        var numbers = without(asked, "async");
        new FailoverBench(System.out, number(numbers, 5), seed(numbers), waits).run();
    }

    private static int histories(List<String> asked) {
        return asked.size() > 3 ? number(asked.subList(2, 4), HISTORIES) : HISTORIES;
    }

    private static long seed(List<String> asked) {
        return asked.size() > 2 ? Long.parseLong(asked.get(2)) : new SecureRandom().nextInt(1_000_000);
    }

    /** How a process of its own runs this program: it is packed into one file. */
    private static List<String> thisProgram() {
        return List.of("-jar", System.getProperty("java.class.path"));
    }

    private static int number(List<String> arguments, int usual) {
        if (arguments.size() < 2) {
            return usual;
        }
        try {
            return Math.max(1, Integer.parseInt(arguments.get(1).replace(",", "")));
        } catch (NumberFormatException notANumber) {
            System.err.println("\"" + arguments.get(1) + "\" is not a number; give one like " + usual + ".");
            System.exit(2);
            return usual;
        }
    }
}
