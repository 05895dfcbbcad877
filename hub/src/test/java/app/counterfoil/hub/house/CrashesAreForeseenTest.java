package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever keeps books is checked by {@code verify} and killed by the tests in the middle of its work. A new module, or a
 * new door that services outside knock at, cannot come into the house without both.
 */
class CrashesAreForeseenTest {

    private static final Pattern REACHED = Pattern.compile("CrashPoint\\.reached\\(\"([a-z.-]+)\"\\)");
    private static final Pattern STRUCK = Pattern.compile("\"([a-z-]+\\.[a-z-]+)(?::\\d+)?(?:, [A-Z_]+)?\"");
    private static final Pattern ROWS = Pattern.compile("@(?:Csv|Value)Source\\((.*?)\\)", Pattern.DOTALL);
    private static final Pattern CHECKS = Pattern.compile("class \\w+ implements [^{]*\\bBookCheck\\b");
    private static final Pattern DOOR = Pattern.compile("Mapping\\([^)]*\"[^\"]*(?:webhook|notification)[^\"]*\"");

    /** Modules with tables but without a check of their own, and why. */
    private static final Map<String, String> UNCHECKED = Map.of(
            "channel", "keeps how far it has read; what it has read is checked as orders",
            "storage", "holds the queue of a library, whose jobs look themselves for what there is to do");

    /** Modules with tables but without a moment of their own at which they are killed, and why. */
    private static final Map<String, String> NOT_STRUCK = Map.of(
            "breach",
                    "a step is one transaction, with what it is about and the end of its timeline, letters with their rows; nothing"
                            + " outside is called",
            "connection", "an account is one row, written by one statement",
            "disclosure", "is written by others, in the transactions of their intents, at whose moments it is killed",
            "payout",
                    "a settlement is its rows in one transaction, read whole before it begins; nothing outside is called",
            "order", "is written by others, in their transactions, at whose moments it is killed",
            "privacy", "a version of the policy is one row, written by one statement",
            "register",
                    "a text is one row and one sealed record, in one transaction; what it takes the place of is in the ledger first",
            "review",
                    "a review is rows and one sealed note in one transaction; a reminder is a letter and its rows in one",
            "seller", "people and shops are made in one transaction each, and nothing outside is called",
            "storage", "holds the queue of a library");

    /** What a house is made of, as far as these rules go. */
    private record House(Set<String> keepTables, Map<String, String> sources) {

        /** The parts whose sources have this in them. */
        Set<String> with(Pattern sought) {
            var found = new TreeSet<String>();
            sources.forEach((path, code) -> {
                if (sought.matcher(code).find()) {
                    found.add(moduleOf(path));
                }
            });
            return found;
        }

        Set<String> all(Pattern sought) {
            var found = new TreeSet<String>();
            sources.values().forEach(code -> found.addAll(firstOf(sought, code)));
            return found;
        }

        private static String moduleOf(String path) {
            return path.replaceFirst("^hub/", "").replaceFirst("/.*", "");
        }
    }

    @Test
    void everyMomentThatIsNamedIsOneTheTestsStrikeAt() throws IOException {
        assertThat(firstOf(STRUCK, struck()))
                .as("the rows of CrashPointsTest, beside CrashPoint.reached")
                .containsExactlyElementsOf(house().all(REACHED));
    }

    @Test
    void whateverKeepsBooksIsCheckedAndStruck() throws IOException {
        assertThat(missing(house())).isEmpty();
        assertThat(house().keepTables()).contains("order", "invoice").containsAll(UNCHECKED.keySet());
    }

    @Test
    void aModuleThatNobodyChecksOrStrikesIsFound() {
        var stock = new House(Set.of("stock"), Map.of("hub/stock/Movements.java", "class Movements {}"));
        assertThat(missing(stock))
                .containsExactly(
                        "stock keeps tables and has no BookCheck: verify would not see what is wrong in them",
                        "stock keeps tables and has no CrashPoint: nobody sees what a crash does to them");
        var checked = new House(
                Set.of("stock"),
                Map.of(
                        "hub/stock/web/Movements.java", "CrashPoint.reached(\"stock.moved\");",
                        "hub/stock/StockBookCheck.java", "class StockBookCheck implements BookCheck {"));
        assertThat(missing(checked)).isEmpty();
    }

    @Test
    void aDoorForServicesOutsideThatIsNotStruckIsFound() {
        var door = "@PostMapping(\"/ebay/notifications/{account}\")";
        assertThat(missing(new House(Set.of(), Map.of("hub/channel/ebay/Door.java", door))))
                .containsExactly("a service outside may knock, and no CrashPoint is named webhook.…");
        assertThat(missing(new House(
                        Set.of(),
                        Map.of("hub/channel/ebay/Door.java", door + " CrashPoint.reached(\"webhook.stored\")"))))
                .isEmpty();
    }

    private static List<String> missing(House house) {
        var found = new ArrayList<String>();
        for (var module : house.keepTables()) {
            if (!UNCHECKED.containsKey(module) && !house.with(CHECKS).contains(module)) {
                found.add(module + " keeps tables and has no BookCheck: verify would not see what is wrong in them");
            }
            if (!NOT_STRUCK.containsKey(module) && !house.with(REACHED).contains(module)) {
                found.add(module + " keeps tables and has no CrashPoint: nobody sees what a crash does to them");
            }
        }
        if (!house.with(DOOR).isEmpty() && house.all(REACHED).stream().noneMatch(name -> name.startsWith("webhook."))) {
            found.add("a service outside may knock, and no CrashPoint is named webhook.…");
        }
        return found;
    }

    private static House house() throws IOException {
        var keepTables = new TreeSet<String>();
        try (var folders = Files.list(Sources.HOUSE.resolve("hub/src/main/resources/db/migration"))) {
            folders.forEach(folder -> keepTables.add(folder.getFileName().toString()));
        }
        var sources = new TreeMap<String, String>();
        for (var part : List.of("hub", "vault")) {
            var root = Sources.HOUSE.resolve(part + "/src/main/java/app/counterfoil");
            OwnThings.eachFile(
                    root, (file, code) -> sources.put(root.relativize(file).toString(), code));
        }
        return new House(keepTables, sources);
    }

    private static String struck() throws IOException {
        var test = Files.readString(Path.of("src/test/java/app/counterfoil/hub/failure/CrashPointsTest.java"));
        return String.join("\n", firstOf(ROWS, test));
    }

    private static Set<String> firstOf(Pattern sought, String code) {
        return sought.matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
