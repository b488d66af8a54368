package org.candor.audit.tree;

import com.google.crypto.tink.subtle.Ed25519Sign;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.candor.audit.TrailSettings;
import org.candor.audit.tree.decision.Checkpoint;

/** The Ed25519 key that signs checkpoints, read once from its file; without it the service does not start. */
@Singleton
public class TrailKey {

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte ED25519 = 1;

    /** Bytes by which a signature names its key. */
    private static final int NAME = 4;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    TrailKey(TrailSettings settings) {
        try {
            privateKey = read(settings.keyFile());
            publicKey = publicKeyOf((EdECPrivateKey) privateKey);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote the file's content.
            throw new IllegalStateException("CANDOR_TRAIL_KEY_FILE does not name an Ed25519 key in PKCS#8 PEM form: "
                    + e.getClass().getSimpleName());
        }
    }

    /** The checkpoint as a C2SP signed note. */
    public String note(Checkpoint checkpoint) {
        return note(checkpoint.origin(), checkpoint.text());
    }

    /** Text of whole lines as a C2SP signed note; the signature line bears that name. */
    public String note(String name, String text) {
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] named = ByteBuffer.allocate(NAME + signature.length)
                .put(hash(name))
                .put(signature)
                .array();
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(named) + "\n";
    }

    /** How checkpoints of that origin name the key, hexadecimal. */
    public String id(String origin) {
        return HexFormat.of().formatHex(hash(origin));
    }

    /** The public half in X.509 form. */
    public byte[] x509() {
        return ByteBuffer.allocate(X509_PREFIX.length + publicKey.length)
                .put(X509_PREFIX)
                .put(publicKey)
                .array();
    }

    /** A public key in PEM form. */
    public static String pem(byte[] x509) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(x509);
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether the note is that checkpoint with a signature by the key with that public half. */
    public static boolean verifies(Checkpoint checkpoint, String note, byte[] x509) {
        return verifies(checkpoint.text(), note, x509);
    }

    /** Whether the note is that text with a signature by the key with that public half. */
    public static boolean verifies(String text, String note, byte[] x509) {
        try {
            String line = note.substring(note.lastIndexOf(' ') + 1).strip();
            byte[] named = Base64.getDecoder().decode(line);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return note.startsWith(text + "\n") && ed25519.verify(Arrays.copyOfRange(named, NAME, named.length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] hash(String origin) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(publicKey), NAME);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private byte[] sign(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The trail's key does not sign", e);
        }
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII)
                .replace("-----BEGIN PRIVATE KEY-----", "")
                .replace("-----END PRIVATE KEY-----", "");
        byte[] der = Base64.getMimeDecoder().decode(pem.strip());
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** The Java platform does not compute the public half of a key that it reads. */
    private static byte[] publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("no seed"));
        return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    }
}
