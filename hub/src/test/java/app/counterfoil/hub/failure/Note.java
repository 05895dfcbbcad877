package app.counterfoil.hub.failure;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A kind of record that no module looks after: a made-up line of text about a made-up person. */
public final class Note implements RecordKind<String> {

    /** The one there is. */
    public static final Note KIND = new Note();

    private Note() {}

    /** Seals one about somebody new. */
    public static RecordRef sealed(Custody custody, SellerId shop, LocalDate end) {
        var ref = new RecordRef(UUID.randomUUID(), new SubjectId(UUID.randomUUID()));
        return custody.in(shop, vault -> {
            vault.seal(List.of(new Sealing<>(KIND, ref.id(), ref.subject(), end, "a note")));
            return ref;
        });
    }

    /** What comes of opening it. */
    public static Outcome<String> opened(Custody custody, SellerId shop, RecordRef ref) {
        var opening = new Opening(HubJob.RETENTION, Purpose.STAFF, "TEST");
        return custody.in(
                        shop,
                        vault -> List.copyOf(
                                vault.open(opening, KIND, List.of(ref)).values()))
                .get(0);
    }

    @Override
    public String name() {
        return "failure.note";
    }

    @Override
    public Purpose purpose() {
        return Purpose.STAFF;
    }

    @Override
    public Holds holds() {
        return Holds.of(DataSubjects.STAFF, "A note");
    }

    @Override
    public byte[] write(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String read(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
