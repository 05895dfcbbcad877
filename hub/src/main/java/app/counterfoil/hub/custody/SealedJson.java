package app.counterfoil.hub.custody;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A kind of record that is written down as JSON, so that fields can be added in later versions. */
public class SealedJson<T> implements RecordKind<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String name;
    private final Purpose purpose;
    private final Class<T> type;
    private final Holds holds;

    /** A kind of that name, held for that purpose, whose content is a record of that type and holds what is said here. */
    public SealedJson(String name, Purpose purpose, Class<T> type, Holds holds) {
        this.name = name;
        this.purpose = purpose;
        this.type = type;
        this.holds = holds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public Holds holds() {
        return holds;
    }

    @Override
    public byte[] write(T content) {
        return JSON.writeValueAsBytes(content);
    }

    @Override
    public T read(byte[] bytes) {
        try {
            var content = JSON.readValue(bytes, type);
            if (content != null) {
                return content;
            }
        } catch (RuntimeException quotesTheValue) {
            // Told below without its cause: what Jackson says quotes what it read.
        }
        throw new ContentUnreadable(name);
    }
}
