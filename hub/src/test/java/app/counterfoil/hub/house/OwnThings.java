package app.counterfoil.hub.house;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A module's SQL names its own tables alone, and its pages its own templates and those of the frame. */
final class OwnThings {

    private static final Pattern MADE = Pattern.compile(
            "CREATE\\s+(?:UNLOGGED\\s+)?(TABLE|FUNCTION|PROCEDURE|VIEW|SEQUENCE|TYPE)\\s+(?:IF NOT EXISTS\\s+)?(\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RENAMED =
            Pattern.compile("ALTER\\s+TABLE\\s+(\\w+)\\s+RENAME\\s+TO\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern TEMPLATE = Pattern.compile("~\\{\\s*([a-z]+)/|th:(?:replace|insert)=\"([a-z]+)/");
    private static final Pattern VIEW = Pattern.compile("([a-z]+)/[a-z][a-z0-9-]*(?:\\s*::.*)?");

    /** The table of a library, which knows no prefix, and the two functions that every migration calls. */
    private static final List<String> WITHOUT_PREFIX =
            List.of("scheduled_tasks", "guard_seller_table", "open_installation_table");

    private final Map<String, String> ownerOfTable = new TreeMap<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();

    /** Reads who owns what from the migrations and the folders of templates; a table that moves bears its new owner's name. */
    OwnThings(List<Path> migrations, Path templates) {
        migrations.forEach(folder -> eachFile(folder, (file, sql) -> {
            var module = file.getName(file.getNameCount() - 2).toString();
            for (var made = MADE.matcher(withoutFormats(sql)); made.find(); ) {
                var name = made.group(2);
                ownerOfTable.put(name, module);
                if (!name.startsWith(module + "_") && !WITHOUT_PREFIX.contains(name)) {
                    misnamed.add(file.getFileName() + " makes " + name + ", which does not begin with " + module + "_");
                }
            }
            for (var renamed = RENAMED.matcher(withoutFormats(sql)); renamed.find(); ) {
                ownerOfTable.remove(renamed.group(1));
                ownerOfTable.put(renamed.group(2), renamed.group(2).replaceFirst("_.*", ""));
            }
        }));
        try (var all = Files.list(templates)) {
            all.map(folder -> folder.getFileName().toString()).sorted().forEach(folders::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names made by migrations that do not say whose they are. */
    List<String> misnamed() {
        return misnamed;
    }

    /** The tables and functions known, with their owners. */
    Map<String, String> owners() {
        return ownerOfTable;
    }

    List<String> violations(Sources sources) {
        var found = new ArrayList<String>();
        for (var unit : sources.units()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String text) {
                        var at = unit.at(sources.trees().getSourcePositions().getStartPosition(unit.tree(), literal));
                        tables(unit.module(), text).forEach(each -> found.add(at + each));
                        view(unit.module(), text).forEach(each -> found.add(at + each));
                    }
                    return null;
                }
            }.scan(unit.tree(), null);
        }
        return found;
    }

    /** What the SQL of a module names though another owns it; its migrations are held to the same. */
    List<String> tables(String module, String sql) {
        return WORD.matcher(sql)
                .results()
                .map(word -> word.group())
                .filter(word -> !WITHOUT_PREFIX.contains(word))
                .filter(word -> !module.equals(ownerOfTable.getOrDefault(word, partOfVault(word, module))))
                .map(word -> " names " + word + " of " + ownerOfTable.getOrDefault(word, "vault"))
                .distinct()
                .toList();
    }

    /** What a template of a module takes from another's folder. */
    List<String> template(String module, String html) {
        return TEMPLATE.matcher(html)
                .results()
                .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                .filter(folder -> isAnothers(module, folder))
                .map(folder -> " takes a piece from the folder of " + folder)
                .toList();
    }

    private List<String> view(String module, String text) {
        var view = VIEW.matcher(text);
        return view.matches() && isAnothers(module, view.group(1))
                ? List.of(" shows " + text + " from the folder of " + view.group(1))
                : List.of();
    }

    /** The frame is everybody's: it is what {@code shell} is there for. */
    private boolean isAnothers(String module, String folder) {
        return folders.contains(folder) && !folder.equals(module) && !folder.equals("shell");
    }

    /** The vault makes partitions whose names stand in no migration. */
    private static String partOfVault(String word, String module) {
        return word.startsWith("vault_") ? "vault" : module;
    }

    /** Names that a function puts together while it runs are no names yet. */
    private static String withoutFormats(String sql) {
        return sql.replaceAll("--.*", "").replaceAll("(?s)'[^']*'", "''");
    }

    static void eachFile(Path folder, BiConsumer<Path, String> work) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                work.accept(file, Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
