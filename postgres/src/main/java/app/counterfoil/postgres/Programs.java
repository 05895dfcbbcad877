package app.counterfoil.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked from the build into a folder, once. */
final class Programs {

    /** The version the binaries have; a new one is unpacked beside the old. */
    private static final String VERSION = "18.6";

    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    /** Unpacks them unless they are there; a half-unpacked folder is never taken for a whole one. */
    static Programs unpackedIn(Path parent) throws IOException {
        var target = parent.resolve("postgresql-" + VERSION);
        if (!Files.isDirectory(target)) {
            Files.createDirectories(parent);
            var fresh = parent.resolve("unpacking-" + UUID.randomUUID());
            unpack(fresh);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException anotherWasFirst) {
                if (!Files.isDirectory(target)) {
                    throw anotherWasFirst;
                }
            }
        }
        return new Programs(target);
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    private static void unpack(Path into) throws IOException {
        var platform = platform();
        try (var resource = Programs.class.getResourceAsStream("/postgres-" + platform + ".txz")) {
            if (resource == null) {
                throw new PlatformUnsupported(platform);
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, into);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path into) throws IOException {
        var file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("an entry of the archive points outside of it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
    }

    private static String platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var cpu =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> machine;
                };
        return (system.contains("linux") ? "linux" : system.replace(' ', '-')) + "-" + cpu;
    }
}
