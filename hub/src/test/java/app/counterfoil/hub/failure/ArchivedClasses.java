package app.counterfoil.hub.failure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/**
 * The classes of this build, read and verified once and kept in an archive of the Java machine, so that each further
 * program of it starts in a good half of the time. An archive is of jars alone, so folders of classes are packed.
 */
final class ArchivedClasses {

    private final Path archive;
    private final String classPath;

    private ArchivedClasses(Path archive, String classPath) {
        this.archive = archive;
        this.classPath = classPath;
    }

    /** Packs the classes of this program into that folder; the archive is written at the end of the first program. */
    static ArchivedClasses in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var here = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var entries = new ArrayList<String>();
        for (var entry : here.split(Pattern.quote(File.pathSeparator), -1)) {
            var path = Path.of(entry);
            if (isSigned(path)) {
                continue;
            }
            entries.add(
                    Files.isDirectory(path)
                            ? packed(path, folder.resolve(entries.size() + ".jar"))
                                    .toString()
                            : entry);
        }
        return new ArchivedClasses(folder.resolve("classes.jsa"), String.join(File.pathSeparator, entries));
    }

    /** The Java machine keeps no signed classes and can fall over them; those of validators are, and no hub has them. */
    private static boolean isSigned(Path path) throws IOException {
        if (Files.isDirectory(path) || !Files.exists(path)) {
            return false;
        }
        try (var jar = new JarFile(path.toFile(), false)) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .anyMatch(name -> name.startsWith("META-INF/") && name.endsWith(".SF"));
        }
    }

    /** With what a program finds all classes. */
    String classPath() {
        return classPath;
    }

    /** What is told to the Java machine of a program: to use the archive, or to write it where there is none. */
    String option() {
        return "-XX:" + (Files.exists(archive) ? "SharedArchiveFile=" : "ArchiveClassesAtExit=") + archive;
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(Deflater.BEST_SPEED);
            Files.walkFileTree(classes, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
                    entry(out, classes.relativize(folder) + "/", new byte[0]);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
                    entry(out, classes.relativize(file).toString(), Files.readAllBytes(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return jar;
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) {
        if (name.equals("/")) {
            return;
        }
        try {
            out.putNextEntry(new JarEntry(name));
            out.write(bytes);
            out.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
