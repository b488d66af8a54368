package org.candor.audit.witness.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A witness's public key as C2SP signed-note writes it down: {@code name+id+base64}, of the kind that signs cosignature/v1.
 *
 * @param text that line
 */
public record WitnessKey(String text, String name, byte[] id, PublicKey key) {

    private static final byte COSIGNATURE_V1 = 4;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID = 4;
    private static final int TIME = 8;
    private static final int SIGNATURE = 64;

    /** Reads the line; throws IllegalArgumentException when it is none. */
    public static WitnessKey read(String line) {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A witness's key reads name+id+base64");
        }
        byte[] kindAndKey = Base64.getDecoder().decode(parts[2]);
        byte[] id = idOf(parts[0], kindAndKey);
        if (kindAndKey.length != 33
                || kindAndKey[0] != COSIGNATURE_V1
                || !HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new IllegalArgumentException("Not a key for cosignature/v1, or not with this name and id");
        }
        return new WitnessKey(line.strip(), parts[0], id, publicKey(Arrays.copyOfRange(kindAndKey, 1, 33)));
    }

    /** When the witness signed that text, if the line is its signature of it. */
    public Optional<Instant> signedAt(String checkpointText, String line) {
        String start = "\u2014 " + name + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        try {
            byte[] signed = Base64.getDecoder().decode(line.substring(start.length()));
            if (signed.length != ID + TIME + SIGNATURE || !Arrays.equals(id, Arrays.copyOf(signed, ID))) {
                return Optional.empty();
            }
            long seconds = ByteBuffer.wrap(signed, ID, TIME).getLong();
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(
                    ("cosignature/v1\ntime " + seconds + "\n" + checkpointText).getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(Arrays.copyOfRange(signed, ID + TIME, signed.length))
                    ? Optional.of(Instant.ofEpochSecond(seconds))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static byte[] idOf(String name, byte[] kindAndKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(kindAndKey), ID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        try {
            byte[] x509 = ByteBuffer.allocate(X509_PREFIX.length + raw.length)
                    .put(X509_PREFIX)
                    .put(raw)
                    .array();
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }
}
