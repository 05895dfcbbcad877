package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A random password in a file that its owner alone can read. */
public final class PasswordFile {

    /** Nobody but the owner of a file may read it. */
    static final FileAttribute<Set<PosixFilePermission>> FOR_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PasswordFile() {}

    /**
     * The password in this file, made on first use.
     *
     * @throws FolderUnusable if the file can be neither read nor made
     * @throws DiskFull if there is no room
     */
    public static String readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw FolderUnusable.toldBy(file.toAbsolutePath().resolveSibling(""), failed);
        }
    }

    /** Written beside its place and moved there whole: a crash must not leave an empty password behind. */
    private static void make(Path file) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, FOR_ITS_OWNER);
        Files.writeString(fresh, HexFormat.of().formatHex(random));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
