package app.counterfoil.hub.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources as the compiler understands them: the house's own, or a few made up to break a rule. */
public final class Sources {

    /** The folder the house stands in. */
    public static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

    private final Trees trees;
    private final List<Unit> units;

    private Sources(Trees trees, List<Unit> units) {
        this.trees = trees;
        this.units = units;
    }

    /**
     * One source file.
     *
     * @param path where it is, from the folder of the house
     * @param tree what it says
     */
    public record Unit(String path, CompilationUnitTree tree) {

        /** The module it belongs to: a module of the hub, or a part of the house beside it. */
        public String module() {
            var name = String.valueOf(tree.getPackageName()).replaceFirst("^app\\.counterfoil\\.(hub\\.)?", "");
            return name.replaceFirst("\\..*", "");
        }

        /** A place in it, for whoever has to mend it. */
        public String at(long position) {
            return path + ":" + tree.getLineMap().getLineNumber(position);
        }
    }

    /** The sources below these folders of the house, read but not looked into for types. */
    public static Sources read(String... folders) {
        return compiled(files(folders), false);
    }

    /** The sources below these folders of the house, with every type known. */
    public static Sources understood(String... folders) {
        return compiled(files(folders), true);
    }

    /** One made-up source file, with every type known. */
    public static Sources madeUp(String path, String code) {
        var uri = URI.create("string:///" + path);
        return compiled(
                List.of(new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return code;
                    }
                }),
                true);
    }

    /** The files. */
    public List<Unit> units() {
        return units;
    }

    /** What the compiler knows about the trees. */
    public Trees trees() {
        return trees;
    }

    private static List<JavaFileObject> files(String... folders) {
        var manager = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        var found = new ArrayList<JavaFileObject>();
        for (var folder : folders) {
            try (Stream<Path> all = Files.walk(HOUSE.resolve(folder))) {
                manager.getJavaFileObjectsFromPaths(
                                all.filter(file -> file.toString().endsWith(".java"))
                                        .sorted()
                                        .toList())
                        .forEach(found::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    private static Sources compiled(List<? extends JavaFileObject> files, boolean types) {
        var said = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, said, options, null, files);
        var units = new ArrayList<Unit>();
        try {
            for (var tree : task.parse()) {
                units.add(new Unit(path(tree), tree));
            }
            if (types) {
                task.analyze();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var errors = said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException("These sources cannot be read: " + errors);
        }
        return new Sources(Trees.instance(task), List.copyOf(units));
    }

    private static String path(CompilationUnitTree tree) {
        var uri = tree.getSourceFile().toUri();
        return uri.getScheme().equals("file")
                ? HOUSE.relativize(Path.of(uri)).toString()
                : uri.getPath().substring(1);
    }
}
