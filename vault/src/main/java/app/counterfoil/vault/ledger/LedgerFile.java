package app.counterfoil.vault.ledger;

import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A ledger as a file that only grows. A line that a crash has cut off was never confirmed to anybody, and goes with the
 * next one that is added.
 */
public final class LedgerFile implements LedgerStore {

    /** So many lines lie between two places whose offset is remembered. */
    private static final long STRIDE = 1_024;

    private static final Object ONE_THREAD = new Object();

    private final Path file;
    /** Offsets by the number of lines before them. */
    private final TreeMap<Long, Long> offsets = new TreeMap<>();
    /** How far it has been read: whoever asks for what is new there reads nothing else. */
    private End known = new End(0, 0);

    private record End(long lines, long offset) {}

    /** The ledger in this file; it and its folder are made with the first line. */
    public LedgerFile(Path file) {
        this.file = file;
        offsets.put(0L, 0L);
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public void lines(long after, Consumer<String> visitor) {
        try {
            if (Files.exists(file)) {
                read(after, line -> {
                    visitor.accept(line);
                    return true;
                });
            }
        } catch (IOException | UncheckedIOException failed) {
            throw unusable(failed);
        }
    }

    @Override
    public Optional<String> line(long number) {
        var found = new ArrayList<String>(1);
        try {
            if (Files.exists(file)) {
                read(number - 1, line -> !found.add(line));
            }
        } catch (IOException | UncheckedIOException failed) {
            throw unusable(failed);
        }
        return found.stream().findFirst();
    }

    @Override
    public boolean append(long after, List<String> lines) {
        synchronized (ONE_THREAD) {
            try {
                if (after == 0) {
                    makeUnlessThere();
                } else if (!Files.exists(file)) {
                    throw LedgerDoesNotFit.missing(place());
                }
                try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    var end = read(after, line -> true);
                    // The file may end before a place whose offset is remembered: written there, it would have a hole.
                    if (end.lines() < after || channel.size() < end.offset()) {
                        throw shorter(after);
                    }
                    if (end.lines() > after) {
                        return false;
                    }
                    channel.truncate(end.offset());
                    channel.position(end.offset());
                    var bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                    return true;
                }
            } catch (IOException | UncheckedIOException failed) {
                throw unusable(failed);
            }
        }
    }

    /** Reads whole lines until the visitor wants no more; what follows the last of them was never confirmed. */
    private synchronized End read(long after, Predicate<String> visitor) throws IOException {
        var start = known.lines() <= after ? known : remembered(after);
        long line = start.lines();
        long offset = start.offset();
        try (var in = new LineStream(Files.newByteChannel(file).position(offset))) {
            for (var text = in.next(); text.isPresent(); text = in.next()) {
                offset += text.get().length() + 1L;
                line++;
                if (line % STRIDE == 0) {
                    offsets.put(line, offset);
                }
                if (line > after && !visitor.test(text.get())) {
                    break;
                }
            }
        }
        var end = new End(line, offset);
        if (end.lines() > known.lines()) {
            known = end;
        }
        return end;
    }

    private End remembered(long after) {
        var place = offsets.floorEntry(after);
        return new End(place.getKey(), place.getValue());
    }

    private synchronized LedgerDoesNotFit shorter(long expected) throws IOException {
        offsets.tailMap(1L).clear();
        known = new End(0, 0);
        return LedgerDoesNotFit.shorter(place(), read(0, line -> true).lines(), expected);
    }

    private void makeUnlessThere() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var folder = file.toAbsolutePath().resolveSibling("");
        LastingFiles.folder(folder);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(LastingFiles.OWNER_ONLY));
        } catch (FileAlreadyExistsException somebodyElse) {
            return;
        }
        LastingFiles.keepNames(folder);
    }

    private LedgerUnusable unusable(Exception failed) {
        return new LedgerUnusable(place(), failed.getClass().getSimpleName());
    }
}
