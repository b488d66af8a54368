package org.candor.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checkpoint in C2SP form: origin, size and root in a line each, an empty line, one signature line.
 *
 * @param text what is signed, its last line feed included
 * @param keyHash names the key that is said to have signed
 */
record CheckpointNote(String text, String origin, long size, byte[] root, byte[] keyHash, byte[] signature) {

    private static final String SIGNATURE_START = "\u2014 ";
    private static final int KEY_HASH = 4;
    private static final int SIGNATURE = 64;

    static CheckpointNote read(String note) throws Unreadable {
        String[] lines = note.split("\n", -1);
        if (lines.length != 6 || !lines[3].isEmpty() || !lines[5].isEmpty() || !lines[4].startsWith(SIGNATURE_START)) {
            throw new Unreadable("The checkpoint is not three lines, an empty one and one signature");
        }
        String origin = lines[0];
        if (origin.isBlank() || !lines[4].startsWith(SIGNATURE_START + origin + " ")) {
            throw new Unreadable("The checkpoint's signature line does not bear its origin");
        }
        byte[] signature = Members.base64("signature", lines[4].substring((SIGNATURE_START + origin + " ").length()));
        byte[] root = Members.base64("root", lines[2]);
        if (signature.length != KEY_HASH + SIGNATURE || root.length != 32) {
            throw new Unreadable("The checkpoint's root or signature has a wrong length");
        }
        return new CheckpointNote(
                String.join("\n", Arrays.copyOf(lines, 3)) + "\n",
                origin,
                size(lines[1]),
                root,
                Arrays.copyOf(signature, KEY_HASH),
                Arrays.copyOfRange(signature, KEY_HASH, signature.length));
    }

    String keyId() {
        return HexFormat.of().formatHex(keyHash);
    }

    /** Checks the signature; the printed line says whose tree of what size it is. */
    void check(Checks checks, TrailKey key) throws DoesNotHold {
        checks.holds(
                "checkpoint",
                origin + ", " + size + " entries, root " + HexFormat.of().formatHex(root));
        checks.require(
                Arrays.equals(keyHash, key.hash(origin)),
                "key",
                "the checkpoint names the key given, " + keyId(),
                "the checkpoint names key " + keyId() + ", the key given is "
                        + HexFormat.of().formatHex(key.hash(origin)));
        checks.require(
                key.signed(text.getBytes(StandardCharsets.UTF_8), signature),
                "signature",
                "Ed25519 over the checkpoint's text",
                "the signature is not of this text by this key");
    }

    private static long size(String line) throws Unreadable {
        if (!line.matches("0|[1-9][0-9]{0,17}")) {
            throw new Unreadable("The checkpoint's size is not a whole number");
        }
        return Long.parseLong(line);
    }
}
