package org.candor.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One signature line of a C2SP signed note: a dash, a name, and base64 of four bytes that name a key and the signature.
 *
 * @param keyHash those four bytes
 */
public record NoteSignature(String name, byte[] keyHash, byte[] signature) {

    private static final String START = "\u2014 ";
    private static final int KEY_HASH = 4;
    private static final int ED25519 = 64;
    private static final int TIME = 8;

    static NoteSignature read(String line) throws Unreadable {
        int space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            throw new Unreadable("A signature line does not read: dash, name, base64");
        }
        byte[] named = Members.base64("signature", line.substring(space + 1));
        if (named.length != KEY_HASH + ED25519 && named.length != KEY_HASH + TIME + ED25519) {
            throw new Unreadable("A signature has a wrong length");
        }
        return new NoteSignature(
                line.substring(START.length(), space),
                Arrays.copyOf(named, KEY_HASH),
                Arrays.copyOfRange(named, KEY_HASH, named.length));
    }

    /** The line as it was read, with its line feed. */
    String line() {
        byte[] named = Arrays.copyOf(keyHash, keyHash.length + signature.length);
        System.arraycopy(signature, 0, named, keyHash.length, signature.length);
        return START + name + " " + Base64.getEncoder().encodeToString(named) + "\n";
    }

    public String keyId() {
        return HexFormat.of().formatHex(keyHash);
    }

    /** True when that key has signed the text in the plain way. */
    public boolean isOf(String text, TrailKey key) {
        return signature.length == ED25519
                && Arrays.equals(keyHash, key.hash(name))
                && key.signed(text.getBytes(StandardCharsets.UTF_8), signature);
    }

    /** True when that witness has signed the text as cosignature/v1, which adds a time. */
    boolean isOf(String text, WitnessKey witness) {
        if (signature.length != TIME + ED25519 || !witness.is(name, keyHash)) {
            return false;
        }
        String signed = "cosignature/v1\ntime " + cosignedAt() + "\n" + text;
        return witness.key()
                .signed(signed.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signature, TIME, signature.length));
    }

    /** Seconds since 1970, of a cosignature. */
    long cosignedAt() {
        return ByteBuffer.wrap(signature).getLong();
    }
}
