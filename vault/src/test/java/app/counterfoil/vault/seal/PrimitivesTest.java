package app.counterfoil.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.testing.PublishedContracts;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.ToIntFunction;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The primitives the vault stands on give exactly the answers of the Wycheproof vectors. */
class PrimitivesTest {

    private static final int PASSED = 1;
    private static final int NOT_OURS = 0;

    @Test
    void aesGcmOpensEveryValidVectorAndNoneOfTheForged() {
        int checked = everyVector("aes_gcm_test.json", (group, vector) -> {
            if (group.get("ivSize").asInt() != 96 || group.get("keySize").asInt() == 192) {
                return NOT_OURS;
            }
            var sealed = joined(bytes(vector, "iv"), bytes(vector, "ct"), bytes(vector, "tag"));
            assertThat(gcmOpens(bytes(vector, "key"), sealed, bytes(vector, "aad"), bytes(vector, "msg")))
                    .as("vector " + vector.get("tcId").asInt())
                    .isEqualTo(isValid(vector));
            return PASSED;
        });
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void hkdfDerivesEveryValidVector() {
        int checked = everyVector("hkdf_sha256_test.json", (group, vector) -> {
            assertThat(hkdfGives(vector))
                    .as("vector " + vector.get("tcId").asInt())
                    .isEqualTo(isValid(vector));
            return PASSED;
        });
        assertThat(checked).isGreaterThan(80);
    }

    @Test
    void hmacGivesEveryValidTagAndNoneOfTheForged() {
        int checked = everyVector("hmac_sha256_test.json", (group, vector) -> {
            if (group.get("keySize").asInt() < 128) {
                return NOT_OURS;
            }
            var prf = new PrfHmacJce("HMACSHA256", new SecretKeySpec(bytes(vector, "key"), "HMAC"));
            var tag = prf.compute(bytes(vector, "msg"), group.get("tagSize").asInt() / 8);
            assertThat(Arrays.equals(tag, bytes(vector, "tag")))
                    .as("vector " + vector.get("tcId").asInt())
                    .isEqualTo(isValid(vector));
            return PASSED;
        });
        assertThat(checked).isGreaterThan(100);
    }

    private interface Check {
        int run(JsonNode group, JsonNode vector) throws GeneralSecurityException;
    }

    private static int everyVector(String file, Check check) {
        var vectors = new ObjectMapper()
                .readTree(PublishedContracts.file("wycheproof/" + file).toFile());
        ToIntFunction<JsonNode> ofGroup = group -> group.get("tests")
                .valueStream()
                .mapToInt(vector -> {
                    try {
                        return check.run(group, vector);
                    } catch (GeneralSecurityException unexpected) {
                        throw new AssertionError("vector " + vector.get("tcId"), unexpected);
                    }
                })
                .sum();
        return vectors.get("testGroups").valueStream().mapToInt(ofGroup).sum();
    }

    private static boolean gcmOpens(byte[] key, byte[] sealed, byte[] aad, byte[] expected) {
        try {
            return Arrays.equals(new AesGcmJce(key).decrypt(sealed, aad), expected);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static boolean hkdfGives(JsonNode vector) {
        try {
            var size = vector.get("size").asInt();
            var derived = Hkdf.computeHkdf(
                    "HMACSHA256", bytes(vector, "ikm"), bytes(vector, "salt"), bytes(vector, "info"), size);
            return derived.length == size && Arrays.equals(derived, bytes(vector, "okm"));
        } catch (GeneralSecurityException tooLong) {
            return false;
        }
    }

    private static boolean isValid(JsonNode vector) {
        return !vector.get("result").asString().equals("invalid");
    }

    private static byte[] bytes(JsonNode vector, String field) {
        return HexFormat.of().parseHex(vector.get(field).asString());
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
