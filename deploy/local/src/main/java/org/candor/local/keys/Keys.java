package org.candor.local.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** The secrets of one stack. Whoever loses this folder loses what the services have encrypted. */
public final class Keys {

    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Keys(Path folder) {
        this.folder = folder;
    }

    /** The password of that account; drawn when asked for the first time. */
    public String password(String account) throws Exception {
        return Files.readString(passwordFile(account)).strip();
    }

    /** The file with the password of that account. */
    public Path passwordFile(String account) throws Exception {
        return SecretFile.ensure(folder.resolve(account + ".password"), this::drawPassword);
    }

    /** A cleartext Tink keyset (JSON, AES256_GCM) with which a service wraps its data keys. */
    public Path keyset(String service) throws Exception {
        return SecretFile.ensure(folder.resolve(service + ".keyset.json"), Keys::drawKeyset);
    }

    /** The Ed25519 private key (PKCS#8, PEM) with which the audit trail signs its checkpoints. */
    public Path trailKey() throws Exception {
        return SecretFile.ensure(folder.resolve("trail-ed25519.pem"), Keys::drawTrailKey);
    }

    private String drawPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    }

    private static String drawKeyset() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static String drawTrailKey() throws GeneralSecurityException {
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
