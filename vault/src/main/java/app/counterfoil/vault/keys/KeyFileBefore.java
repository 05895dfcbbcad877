package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The key file of installations that have never turned an epoch: brought into the ring once, and then gone. */
final class KeyFileBefore {

    private static final String FILE = "epochs";

    private KeyFileBefore() {}

    static boolean isIn(KeyFolder folder) {
        return folder.holds(FILE) && folder.holds(RootKeyFile.FILE);
    }

    static void upgrade(KeyFolder folder, RootKey root, Instant now) {
        if (!isIn(folder)) {
            return;
        }
        try {
            var wrapping = new Wrapping(Secret.of(
                    Base64.getDecoder().decode(folder.read(RootKeyFile.FILE).strip())));
            var wrapped = new HashMap<String, String>();
            for (var line : folder.read(FILE).lines().toList()) {
                var parts = line.split(" ", 2);
                var bound = new Fields().text("counterfoil key file").text(parts[0]);
                var secret = wrapping.unwrap(Base64.getDecoder().decode(parts[1]), bound.toBytes());
                wrapped.put(
                        parts[0],
                        root.wrap(
                                secret,
                                parts[0].equals("1") ? RingFile.boundTo(1, now) : RingFile.boundToName(parts[0])));
            }
            var first = new Epoch(1, now, Optional.empty(), Optional.empty());
            folder.write(RingFile.NAME, new RingFile(List.of(first), wrapped, OptionalInt.empty()).text());
            folder.delete(FILE);
        } catch (NotSealedLikeThis | IllegalArgumentException | ArrayIndexOutOfBoundsException unfit) {
            throw folder.doesNotFit();
        }
    }
}
