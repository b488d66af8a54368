package org.candor.local.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets of one stack. Whoever loses this folder loses what the services have encrypted. */
public final class Keys {

    private static final int PASSWORD_BYTES = 24;
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

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

    /** The public half of that key (X.509, PEM), for those who check what it signs. */
    public Path trailPublicKey() throws Exception {
        Path privateKey = trailKey();
        return SecretFile.ensure(folder.resolve("trail-ed25519.pub.pem"), () -> publicHalf(privateKey));
    }

    private static String publicHalf(Path privateKey) throws Exception {
        String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.strip());
        EdECPrivateKey key =
                (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        byte[] raw = Ed25519Sign.KeyPair.newKeyPairFromSeed(key.getBytes().orElseThrow())
                .getPublicKey();
        byte[] x509 = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, x509, ED25519_PREFIX.length, raw.length);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(x509)
                + "\n-----END PUBLIC KEY-----\n";
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
