package app.counterfoil.vault.ledger;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A ledger in an object storage: each line an object, named by its number, that is never overwritten. */
final class LedgerObjects implements LedgerStore {

    private final ObjectStore objects;

    /** The ledger in that storage. */
    public LedgerObjects(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public String place() {
        return objects.place();
    }

    @Override
    public void lines(long after, Consumer<String> visitor) {
        try {
            long number = after;
            for (var line = objects.get(name(number)); line.isPresent(); line = objects.get(name(number))) {
                visitor.accept(line.get());
                number++;
            }
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    @Override
    public boolean append(long after, List<String> lines) {
        try {
            refuseIfShorter(after);
            for (int i = 0; i < lines.size(); i++) {
                if (!objects.putIfAbsent(name(after + i), lines.get(i))) {
                    if (i > 0) {
                        // The first of them stand: whoever was second to them comes after.
                        throw new IOException("another writer came between");
                    }
                    return false;
                }
            }
            return true;
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private void refuseIfShorter(long expected) throws IOException {
        if (expected > 0 && objects.get(name(expected - 1)).isEmpty()) {
            var left = new AtomicLong();
            lines(0, line -> left.incrementAndGet());
            throw LedgerDoesNotFit.shorter(place(), left.get(), expected);
        }
    }

    private LedgerUnusable unusable(IOException failed) {
        return new LedgerUnusable(place(), failed.getClass().getSimpleName());
    }

    private static String name(long line) {
        return "erasures/%012d".formatted(line);
    }
}
