package app.counterfoil.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param method the HTTP method
 * @param path the decoded path
 * @param rawQuery the query as it was sent, or empty
 * @param headers header names in lower case, first value each
 * @param body the body
 */
public record Request(String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return fields(rawQuery).getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All values of a query parameter, split at commas. */
    public List<String> queryList(String name) {
        return fields(rawQuery).getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** A field of a form body. */
    public Optional<String> form(String name) {
        return fields(text()).getOrDefault(name, List.of()).stream().findFirst();
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> fields(String encoded) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            if (!pair.isBlank()) {
                var parts = pair.split("=", 2);
                fields.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
