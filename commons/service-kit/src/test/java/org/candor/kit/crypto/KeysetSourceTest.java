package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candor.kit.errors.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetSourceTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] OWNER = "incident/1".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void theKeysetOfAFileAndOfTheEnvironmentAreTheSame() throws Exception {
        String json = Keysets.json(Keysets.one());
        Path file = Files.writeString(folder.resolve("keyset.json"), json);

        byte[] wrapped = new Keyset(new KeysetSource(Optional.of(file), Optional.empty(), Optional.empty()).load())
                .wrap(KEY, OWNER);

        assertThat(environment(json).unwrap(wrapped, OWNER)).isEqualTo(KEY);
    }

    @Test
    void nothingStartsWithoutAKeysetOrWithTwo() {
        assertThatThrownBy(() -> new KeysetSource(Optional.empty(), Optional.empty(), Optional.empty()).load())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANDOR_KEYSET_FILE");
        assertThatThrownBy(
                        () -> new KeysetSource(Optional.of(Path.of("a")), Optional.of("{}"), Optional.empty()).load())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileThatIsAwayOrBrokenStartsNothingAndIsNotQuoted() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"secret\": \"Quackenbush\"}");
        for (Path file : new Path[] {folder.resolve("away.json"), broken}) {
            assertThatThrownBy(() -> new KeysetSource(Optional.of(file), Optional.empty(), Optional.empty()).load())
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("Quackenbush");
        }
    }

    @Test
    void aRotatedKeysetReadsWhatTheOldKeyWrappedAndAReducedOneSaysThatItCannot() throws Exception {
        KeysetHandle old = Keysets.one();
        KeysetHandle both = Keysets.rotated(old);
        byte[] wrapped = new Keyset(old).wrap(KEY, OWNER);

        assertThat(new Keyset(both).unwrap(wrapped, OWNER)).isEqualTo(KEY);
        assertThat(new Keyset(both).primary().wrapped(wrapped)).isFalse();
        assertThatThrownBy(() -> new Keyset(Keysets.reduced(both)).unwrap(wrapped, OWNER))
                .isInstanceOf(Problem.class)
                .hasMessage("KEYS_UNAVAILABLE");
    }

    @Test
    void aKeyWithoutAPrefixIsRefusedBecauseRotationCouldNotTellWhatItWrapped() throws Exception {
        KeysetHandle raw = KeysetHandle.generateNew(AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build());

        assertThatThrownBy(() -> new Keyset(raw)).isInstanceOf(IllegalStateException.class);
    }

    /** Shows the way through Tink's own interface; no provider's client was tried. */
    @Test
    void aKeysetThatAManagementServiceEncryptedIsReadThroughItsClient() throws Exception {
        KeysetHandle keys = Keysets.one();
        String encrypted = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, OwnKms.AEAD, new byte[0]);
        byte[] wrapped = new Keyset(keys).wrap(KEY, OWNER);

        KeysetHandle read =
                new KeysetSource(Optional.empty(), Optional.of(encrypted), Optional.of("own-kms://key")).load();

        assertThat(new Keyset(read).unwrap(wrapped, OWNER)).isEqualTo(KEY);
        assertThatThrownBy(() -> environment(encrypted)).isInstanceOf(IllegalStateException.class);
    }

    private static Keyset environment(String json) {
        return new Keyset(new KeysetSource(Optional.empty(), Optional.of(json), Optional.empty()).load());
    }
}
