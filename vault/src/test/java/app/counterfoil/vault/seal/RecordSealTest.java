package app.counterfoil.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSealTest {

    private final Secret subject = Secret.random();
    private final Secret bucket = Secret.random();
    private final Place place = new Place(
            UUID.randomUUID(),
            SubjectId.random(),
            Purpose.DELIVERY,
            LocalDate.of(2026, 3, 1),
            "order.delivery",
            UUID.randomUUID(),
            1);
    private final byte[] content = "1 Example Row".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRecordOpensAtItsPlaceUnderItsTwoSecrets() {
        assertThat(RecordSeal.open(place, subject, bucket, RecordSeal.seal(place, subject, bucket, content)))
                .isEqualTo(content);
    }

    @Test
    void theSameContentNeverLooksTheSameTwice() {
        assertThat(RecordSeal.seal(place, subject, bucket, content))
                .isNotEqualTo(RecordSeal.seal(place, subject, bucket, content));
    }

    @Test
    void neitherSecretAloneOpensIt() {
        var sealed = RecordSeal.seal(place, subject, bucket, content);
        assertThatThrownBy(() -> RecordSeal.open(place, Secret.random(), bucket, sealed))
                .isInstanceOf(NotSealedLikeThis.class);
        assertThatThrownBy(() -> RecordSeal.open(place, subject, Secret.random(), sealed))
                .isInstanceOf(NotSealedLikeThis.class);
        assertThatThrownBy(() -> RecordSeal.open(place, bucket, subject, sealed))
                .isInstanceOf(NotSealedLikeThis.class);
    }

    @Test
    void everyPartOfThePlaceIsBound() {
        var sealed = RecordSeal.seal(place, subject, bucket, content);
        var elsewhere = List.of(
                with(UUID.randomUUID(), place.subject(), place.purpose(), place.endsOn(), place.kind()),
                with(place.seller(), SubjectId.random(), place.purpose(), place.endsOn(), place.kind()),
                with(place.seller(), place.subject(), Purpose.SERVICE, place.endsOn(), place.kind()),
                with(
                        place.seller(),
                        place.subject(),
                        place.purpose(),
                        place.endsOn().plusDays(1),
                        place.kind()),
                with(place.seller(), place.subject(), place.purpose(), place.endsOn(), "order.note"),
                with(UUID.randomUUID(), place.version()),
                with(place.id(), place.version() + 1));
        assertThat(elsewhere)
                .allSatisfy(other -> assertThatThrownBy(() -> RecordSeal.open(other, subject, bucket, sealed))
                        .isInstanceOf(NotSealedLikeThis.class));
    }

    private Place with(UUID seller, SubjectId subject, Purpose purpose, LocalDate endsOn, String kind) {
        return new Place(seller, subject, purpose, endsOn, kind, place.id(), place.version());
    }

    private Place with(UUID id, int version) {
        return new Place(place.seller(), place.subject(), place.purpose(), place.endsOn(), place.kind(), id, version);
    }

    @Test
    void noByteCanBeChanged() {
        var sealed = RecordSeal.seal(place, subject, bucket, content);
        for (int i = 0; i < sealed.length; i++) {
            var altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> RecordSeal.open(place, subject, bucket, altered))
                    .isInstanceOf(NotSealedLikeThis.class);
        }
    }

    @Test
    void aKeyThatDoesNotFitTheCommitmentIsNotEvenTried() {
        var sealed = RecordSeal.seal(place, subject, bucket, content);
        sealed[1 + 32] ^= 1;
        assertThatThrownBy(() -> RecordSeal.open(place, subject, bucket, sealed))
                .hasMessageContaining("key commitment");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 60, 61, 255, 256, 257, 4_095, 70_000, 1_000_001})
    void paddingHidesTheLengthAndGivesItBack(int length) {
        var padded = Padding.pad(new byte[length]);
        assertThat(Padding.strip(padded)).hasSize(length);
        assertThat(padded.length).isGreaterThanOrEqualTo(64).isLessThanOrEqualTo(Math.max(64, (length + 4) * 9 / 8));
    }

    @Test
    void shortContentsAllLookAlike() {
        assertThat(RecordSeal.seal(place, subject, bucket, new byte[1]))
                .hasSameSizeAs(RecordSeal.seal(place, subject, bucket, new byte[60]));
    }

    @Test
    void aWrappedSecretComesBackOnlyForWhatItWasBoundTo() {
        var wrapping = new Wrapping(bucket);
        var wrapped = wrapping.wrap(subject, new byte[] {1});
        assertThat(wrapping.unwrap(wrapped, new byte[] {1})).isEqualTo(subject);
        assertThatThrownBy(() -> wrapping.unwrap(wrapped, new byte[] {2})).isInstanceOf(NotSealedLikeThis.class);
        assertThatThrownBy(() -> new Wrapping(subject).unwrap(wrapped, new byte[] {1}))
                .isInstanceOf(NotSealedLikeThis.class);
    }

    @Test
    void twoListsOfFieldsNeverGiveTheSameBytes() {
        assertThat(new Fields().text("ab").text("c").toBytes())
                .isNotEqualTo(new Fields().text("a").text("bc").toBytes());
    }

    @Test
    void aSecretDoesNotPrint() {
        assertThat(subject).hasToString("Secret[hidden]");
    }
}
