package org.candor.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The trail's public key, which the reader must have from somewhere he trusts and never from the proof itself. */
public final class TrailKey {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;

    private final PublicKey key;
    private final byte[] raw;

    private TrailKey(PublicKey key) {
        this.key = key;
        byte[] encoded = key.getEncoded();
        this.raw = Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
    }

    /** Reads one public key in PEM form (X.509 SubjectPublicKeyInfo, Ed25519). */
    public static TrailKey ofPem(String pem) throws Unreadable {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new Unreadable("The key file holds no " + BEGIN.replace("-", ""));
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return new TrailKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unreadable("The key file holds no Ed25519 key: " + e.getMessage());
        }
    }

    /** The key whose 32 bytes these are. */
    static TrailKey ofRaw(byte[] raw) throws Unreadable {
        try {
            byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(raw, 0, x509, X509_PREFIX.length, KEY_LENGTH);
            return new TrailKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("These are not the bytes of an Ed25519 key: " + e.getMessage());
        }
    }

    /** SHA-256 of the key, hexadecimal: to compare with what its owner says. */
    String fingerprint() {
        return HexFormat.of().formatHex(MerklePath.sha256(raw));
    }

    /** The four bytes by which C2SP signed-note names this key under that name. */
    public byte[] hash(String name) {
        byte[] hash = MerklePath.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, raw);
        return Arrays.copyOf(hash, 4);
    }

    public boolean signed(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
