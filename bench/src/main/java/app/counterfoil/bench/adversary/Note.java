package app.counterfoil.bench.adversary;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A kind of record for the trial: a made-up line of text about a made-up person.
 *
 * @param purpose what it is held for
 */
record Note(Purpose purpose) implements RecordKind<String> {

    @Override
    public String name() {
        return "trial.note-" + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Holds holds() {
        return Holds.of(DataSubjects.BUYERS, "A note");
    }

    @Override
    public byte[] write(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("note ")) {
            throw new ContentUnreadable(name());
        }
        return text;
    }

    @Override
    public List<Term> terms(String content) {
        return List.of(Term.email(content.replace(' ', '-') + "@example.com"));
    }
}
