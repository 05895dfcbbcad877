package app.counterfoil.hub.custody;

import app.counterfoil.hub.storage.HubDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Searches everything that an installation leaves on the disk for a word, in every way a word can be written down. */
final class DiskSearch {

    private static final List<Path> FOLDERS =
            List.of(HubDatabase.serverFolder(), Path.of("target/homes"), Path.of("target/tmp"));

    private DiskSearch() {}

    /** Something to look for: a word as it would stand there in that way. */
    private record Wanted(String way, byte[] bytes) {

        boolean standsAt(byte[] content, int at) {
            int end = at + bytes.length;
            return end <= content.length && Arrays.equals(content, at, end, bytes, 0, bytes.length);
        }
    }

    /** The files that hold one of the words, each with the way it is written there. */
    static List<String> found(List<String> words) throws IOException {
        var wanted = wanted(words);
        var hits = new ArrayList<String>();
        for (var folder : FOLDERS) {
            for (var file : filesIn(folder)) {
                search(file, wanted).forEach(way -> hits.add(file + " as " + way));
            }
        }
        return hits;
    }

    /** The ways in which the word stands in a file. */
    static List<String> search(Path file, String word) throws IOException {
        return search(file, wanted(List.of(word)));
    }

    /** Goes through the file but once: there are hundreds of megabytes, and many ways. */
    private static List<String> search(Path file, Map<Integer, List<Wanted>> wanted) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
        var begins = new boolean[1 << Character.SIZE];
        wanted.keySet().forEach(first -> begins[first] = true);
        var ways = new LinkedHashSet<String>();
        for (int at = 0; at + 1 < content.length; at++) {
            int first = firstTwo(content, at);
            if (begins[first]) {
                for (var each : wanted.get(first)) {
                    if (each.standsAt(content, at)) {
                        ways.add(each.way());
                    }
                }
            }
        }
        return List.copyOf(ways);
    }

    /** Every way of writing each of the words, by its first two bytes. */
    private static Map<Integer, List<Wanted>> wanted(List<String> words) {
        return words.stream()
                .flatMap(word -> written(word).entrySet().stream())
                .map(way -> new Wanted(way.getKey(), way.getValue()))
                .collect(Collectors.groupingBy(each -> firstTwo(each.bytes(), 0)));
    }

    private static int firstTwo(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << Byte.SIZE) | (bytes[at + 1] & 0xff);
    }

    /** The ways of writing a word down, each with its bytes. */
    static Map<String, byte[]> written(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        var ways = new LinkedHashMap<String, byte[]>();
        ways.put("UTF-8", bytes);
        ways.put("lower case", word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        ways.put("upper case", word.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        ways.put("Latin-1", word.getBytes(StandardCharsets.ISO_8859_1));
        ways.put("decomposed", Normalizer.normalize(word, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
        ways.put("JSON", json(word).getBytes(StandardCharsets.US_ASCII));
        ways.put("UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE));
        ways.put("UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
        ways.put("hex", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        ways.put(
                "upper-case hex",
                HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        ways.put("URL", URLEncoder.encode(word, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        // Base64 shows a word in three ways, by where it begins; the middle of each is always the same.
        for (int shift = 0; shift < 3; shift++) {
            var shifted =
                    Base64.getEncoder().encodeToString(("x".repeat(shift) + word).getBytes(StandardCharsets.UTF_8));
            ways.put(
                    "base64/" + shift,
                    shifted.substring(4, shifted.length() - 4).getBytes(StandardCharsets.US_ASCII));
        }
        return ways;
    }

    private static String json(String word) {
        var text = new StringBuilder();
        word.chars().forEach(letter -> text.append(letter < 128 ? "" + (char) letter : "\\u%04x".formatted(letter)));
        return text.toString();
    }

    /** All files, as far as they stay: a running server makes and removes some of its own at any time. */
    private static List<Path> filesIn(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        return files;
    }
}
