package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Fields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What stands in the file of the ring, with every key still wrapped.
 *
 * @param epochs all epochs, destroyed ones included
 * @param wrapped the wrapped keys of living epochs by number, and of the named keys by name
 * @param turning the epoch that is being turned to, while that is unfinished
 */
record RingFile(List<Epoch> epochs, Map<String, String> wrapped, OptionalInt turning) {

    /** The name of the file in the key folder. */
    static final String NAME = "ring";

    private static final String HEAD = "counterfoil key ring 2";
    private static final String NONE = "-";
    /** Destroyed epochs are remembered for about a year of nights; living ones for as long as they live. */
    private static final int REMEMBERED = 400;

    RingFile {
        epochs = List.copyOf(epochs);
        wrapped = Map.copyOf(wrapped);
    }

    Epoch epoch(int number) {
        return epochs.stream()
                .filter(epoch -> epoch.number() == number)
                .findFirst()
                .orElseThrow();
    }

    int newest() {
        return epochs.stream().mapToInt(Epoch::number).max().orElse(0);
    }

    /** What the key of that name or number in this ring is bound to. */
    byte[] boundTo(String name) {
        if (!Character.isDigit(name.charAt(0))) {
            return boundToName(name);
        }
        int number = Integer.parseInt(name);
        return boundTo(number, epoch(number).made());
    }

    /** What the key of an epoch is bound to. */
    static byte[] boundTo(int epoch, Instant made) {
        return new Fields()
                .text("counterfoil epoch key")
                .number(epoch)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, made))
                .toBytes();
    }

    /** What a key that belongs to no epoch is bound to. */
    static byte[] boundToName(String name) {
        return new Fields().text("counterfoil key").text(name).toBytes();
    }

    /** @throws IllegalArgumentException if it is not what {@link #text} writes */
    static RingFile parse(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("no key ring");
        }
        var epochs = new ArrayList<Epoch>();
        var wrapped = new TreeMap<String, String>();
        var turning = OptionalInt.empty();
        for (var line : lines.subList(1, lines.size())) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "epoch" -> {
                    epochs.add(new Epoch(
                            Integer.parseInt(words[1]), Instant.parse(words[2]), instant(words[3]), instant(words[4])));
                    if (!words[5].equals(NONE)) {
                        wrapped.put(words[1], words[5]);
                    }
                }
                case "key" -> wrapped.put(words[1], words[2]);
                case "turning" -> turning = OptionalInt.of(Integer.parseInt(words[1]));
                default -> throw new IllegalArgumentException("no line of a key ring");
            }
        }
        return new RingFile(epochs, wrapped, turning);
    }

    String text() {
        var text = new StringBuilder(HEAD).append('\n');
        for (var epoch : remembered()) {
            var name = Integer.toString(epoch.number());
            text.append("epoch ")
                    .append(name)
                    .append(' ')
                    .append(epoch.made())
                    .append(' ')
                    .append(text(epoch.replaced()))
                    .append(' ')
                    .append(text(epoch.destroyed()))
                    .append(' ')
                    .append(wrapped.getOrDefault(name, NONE))
                    .append('\n');
        }
        new TreeMap<>(wrapped).forEach((name, key) -> {
            if (!Character.isDigit(name.charAt(0))) {
                text.append("key ").append(name).append(' ').append(key).append('\n');
            }
        });
        turning.ifPresent(number -> text.append("turning ").append(number).append('\n'));
        return text.toString();
    }

    private List<Epoch> remembered() {
        var from = epochs.size() - REMEMBERED;
        return IntStream.range(0, epochs.size())
                .filter(at -> at >= from || epochs.get(at).lives())
                .mapToObj(epochs::get)
                .toList();
    }

    private static Optional<Instant> instant(String word) {
        return word.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(word));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(NONE);
    }
}
