package app.counterfoil.hub.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program has sent as JSON. It is counted before it is read, and a field that nobody knows is refused: whoever
 * misspells one is to learn of it.
 *
 * @param bytes as it was sent
 */
public record JsonBody(byte[] bytes) {

    private static final int MOST_BYTES = 64_000;
    private static final int MOST_DEPTH = 5;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws NotUsable if it is larger than anything that is asked for */
    public static JsonBody of(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw NotUsable.field("body", "Send at most " + MOST_BYTES + " bytes.");
        }
        return new JsonBody(bytes);
    }

    /** @throws NotUsable if it is no JSON object with these fields; what was sent is not said again */
    public <T> T as(Class<T> type) {
        try {
            var read = JSON.readValue(bytes, type);
            if (read != null) {
                return read;
            }
        } catch (JacksonException quotesIt) {
            // Told below without its cause: what Jackson says quotes what it read.
        }
        throw NotUsable.field(
                "body", "Send a JSON object with the fields that /api/v1/openapi.json names, each of its type.");
    }

    @Override
    public String toString() {
        return "JsonBody[hidden]";
    }
}
