package app.counterfoil.vault.secrets;

import app.counterfoil.vault.VaultRefusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Some sellers' keys could not be brought under the new epoch; those of all others were. The turn is not finished. */
public final class EpochNotTurned extends VaultRefusal {

    private static final int MOST_NAMED = 10;

    private final TurnedEpoch turned;
    private final Map<UUID, RuntimeException> failed;

    EpochNotTurned(TurnedEpoch turned, Map<UUID, RuntimeException> failed) {
        super(
                "The epoch did not turn for " + failed.size() + " sellers, for the others it did: " + named(failed)
                        + ".",
                "It is tried again within a quarter of an hour, and by ./counterfoil keys turn. Until it has turned, the keys"
                        + " that these sellers need are kept, and with them older backups go on opening.");
        this.turned = turned;
        this.failed = new LinkedHashMap<>(failed);
    }

    /** What was done all the same. */
    public TurnedEpoch turned() {
        return turned;
    }

    /** The sellers, and what stood in the way of each. */
    public Map<UUID, RuntimeException> failed() {
        return Map.copyOf(failed);
    }

    private static String named(Map<UUID, RuntimeException> failed) {
        return failed.entrySet().stream()
                .limit(MOST_NAMED)
                .map(each -> each.getKey() + " (" + each.getValue().getClass().getSimpleName() + ")")
                .collect(Collectors.joining(", "));
    }
}
