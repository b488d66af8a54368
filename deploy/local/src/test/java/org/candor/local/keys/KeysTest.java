package org.candor.local.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void drawsAPasswordOnceAndKeepsIt() throws Exception {
        String password = new Keys(folder).password("intake");
        assertThat(password).hasSizeGreaterThan(30).matches("[A-Za-z0-9_-]+");
        assertThat(new Keys(folder).password("intake")).isEqualTo(password);
        assertThat(new Keys(folder).password("breach")).isNotEqualTo(password);
    }

    @Test
    void givesTheTrailsKeyAPublicHalf() throws Exception {
        Keys keys = new Keys(folder);
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(
                KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der(keys.trailKey()))));
        byte[] signature = signing.sign();

        Signature checking = Signature.getInstance("Ed25519");
        checking.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der(keys.trailPublicKey()))));
        assertThat(checking.verify(signature)).isTrue();
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getMimeDecoder()
                .decode(Files.readString(pem)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .strip());
    }

    @Test
    void letsOnlyTheOwnerReadThem() throws Exception {
        Keys keys = new Keys(folder);
        keys.password("intake");
        for (Path file : new Path[] {keys.passwordFile("intake"), keys.keyset("intake"), keys.trailKey()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void drawsAKeysetThatEncrypts() throws Exception {
        AeadConfig.register();
        Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(new Keys(folder).keyset("intake")), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] sealed = aead.encrypt("a narrative".getBytes(), "a column".getBytes());
        assertThat(aead.decrypt(sealed, "a column".getBytes())).isEqualTo("a narrative".getBytes());
    }

    @Test
    void drawsAKeyThatSigns() throws Exception {
        String pem = Files.readString(new Keys(folder).trailKey());
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
        assertThat(KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded))
                        .getAlgorithm())
                .isEqualTo("EdDSA");
    }

    @Test
    void startsAgainAfterAWriteThatWasCutShort() throws Exception {
        Files.writeString(folder.resolve("intake.password.draft"), "half");
        assertThat(new Keys(folder).password("intake")).isNotEqualTo("half");
    }
}
