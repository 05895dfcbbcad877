package app.counterfoil.hub.export;

import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file of a copy. Personal: it does not print. */
final class SealedCopy {

    private static final Map<Purpose, RecordKind<SealedCopy>> KINDS = Arrays.stream(ExportPurpose.values())
            .flatMap(each -> each.carried().stream())
            .collect(Collectors.toMap(purpose -> purpose, Kind::new));

    private final byte[] file;

    SealedCopy(byte[] file) {
        this.file = file.clone();
    }

    byte[] file() {
        return file.clone();
    }

    /** How copies for the purpose are sealed: under that purpose, so that only who carries it fetches them. */
    static RecordKind<SealedCopy> kind(Purpose purpose) {
        return Optional.ofNullable(KINDS.get(purpose)).orElseThrow();
    }

    static List<RecordKind<SealedCopy>> kinds() {
        return List.copyOf(KINDS.values());
    }

    private record Kind(Purpose purpose) implements RecordKind<SealedCopy> {

        @Override
        public String name() {
            return "export." + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Holds holds() {
            var people = purpose == Purpose.DELIVERY ? DataSubjects.RECIPIENTS : DataSubjects.BUYERS;
            return new Holds(Set.of(people), CopyColumns.leaving(purpose));
        }

        @Override
        public byte[] write(SealedCopy content) {
            return content.file.clone();
        }

        @Override
        public SealedCopy read(byte[] bytes) {
            return new SealedCopy(bytes);
        }
    }

    @Override
    public String toString() {
        return "SealedCopy[hidden]";
    }
}
