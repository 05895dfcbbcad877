package app.counterfoil.hub.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A privacy policy as people read it.
 *
 * @param sections its sections, in their order
 */
public record PolicyText(List<Section> sections) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public PolicyText {
        sections = List.copyOf(sections);
    }

    /** Lines under a heading. */
    public record Section(String heading, List<Line> lines) {

        /** Copies the list. */
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of it.
     *
     * @param promise the promise it makes, by its name; empty if it says what is so or what the law gives
     * @param text what it says
     */
    public record Line(String promise, String text) {

        static Line plain(String text) {
            return new Line("", text);
        }
    }

    /** The same without the promises that are not among these. */
    public PolicyText keeping(Set<String> kept) {
        return new PolicyText(sections.stream()
                .map(section -> new Section(
                        section.heading(),
                        section.lines().stream()
                                .filter(line -> line.promise().isEmpty() || kept.contains(line.promise()))
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList());
    }

    /** How many lines it has. */
    public long size() {
        return sections.stream().mapToLong(section -> section.lines().size()).sum();
    }

    /** The lines that this one has and that one has not. */
    public List<String> without(PolicyText other) {
        var theirs = other.texts();
        var only = new ArrayList<>(texts());
        only.removeAll(theirs);
        return List.copyOf(only);
    }

    private List<String> texts() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .map(Line::text)
                .collect(Collectors.toList());
    }

    /** As it is stored, and what its hash is over. */
    String json() {
        var root = JSON.createArrayNode();
        for (var section : sections) {
            var node = root.addObject().put("heading", section.heading());
            var lines = node.putArray("lines");
            section.lines()
                    .forEach(line ->
                            lines.addObject().put("promise", line.promise()).put("text", line.text()));
        }
        return root.toString();
    }

    static PolicyText of(String json) {
        var sections = new ArrayList<Section>();
        for (var node : JSON.readTree(json)) {
            var lines = new ArrayList<Line>();
            for (var line : node.path("lines")) {
                lines.add(new Line(
                        line.path("promise").asString(), line.path("text").asString()));
            }
            sections.add(new Section(node.path("heading").asString(), lines));
        }
        return new PolicyText(sections);
    }

    static byte[] hash(String json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
