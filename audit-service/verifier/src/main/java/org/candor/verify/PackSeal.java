package org.candor.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The seal of a pack: the comment at the end of the zip file is a signed note over the length and the SHA-256 of every byte
 * before the comment's length. So no byte of the file can be changed unseen, not even one that no zip reader looks at.
 */
record PackSeal(String text, NoteSignature signature) {

    static final String FORMAT = "candor-pack/1";

    private static final int LONGEST = 65_535;
    private static final int LENGTH_FIELD = 2;
    private static final byte[] END_RECORD = {'P', 'K', 5, 6};
    private static final int END_RECORD_LENGTH = 22;

    static PackSeal read(Path pack) throws IOException, Unreadable {
        byte[] tail = tail(pack);
        for (int at = tail.length - END_RECORD_LENGTH; at >= 0; at--) {
            if (Arrays.equals(END_RECORD, Arrays.copyOfRange(tail, at, at + END_RECORD.length))) {
                int begin = at + END_RECORD_LENGTH;
                int length = (tail[begin - 2] & 0xff) | (tail[begin - 1] & 0xff) << 8;
                if (length == tail.length - begin) {
                    return of(new String(tail, begin, length, StandardCharsets.UTF_8));
                }
            }
        }
        throw new Unreadable("The file is not a zip file that ends with a seal");
    }

    private static PackSeal of(String note) throws Unreadable {
        String[] lines = note.split("\n", -1);
        if (lines.length != 6 || !lines[0].equals(FORMAT) || !lines[3].isEmpty() || !lines[5].isEmpty()) {
            throw new Unreadable("The seal of the pack is not " + FORMAT + ", a length, a hash and one signature");
        }
        return new PackSeal(String.join("\n", Arrays.copyOf(lines, 3)) + "\n", NoteSignature.read(lines[4]));
    }

    /** What the text must be for this file. */
    static String textOf(Path pack, long sealed) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(pack)) {
            byte[] piece = new byte[64 * 1024];
            long left = sealed;
            while (left > 0) {
                int read = in.readNBytes(piece, 0, (int) Math.min(piece.length, left));
                digest.update(piece, 0, read);
                left = read == 0 ? 0 : left - read;
            }
        }
        return FORMAT + "\n" + sealed + "\n" + Base64.getEncoder().encodeToString(digest.digest()) + "\n";
    }

    void check(Checks checks, Path pack, Keyring keys) throws IOException, DoesNotHold {
        long sealed = Files.size(pack) - noteLength() - LENGTH_FIELD;
        checks.require(
                text.equals(textOf(pack, sealed)),
                "seal",
                sealed + " bytes with the SHA-256 that the seal states",
                "length or SHA-256 of the file is not what its seal states: a byte was changed");
        checks.require(
                keys.trail(signature.name(), signature.keyHash())
                        .filter(key -> signature.isOf(text, key))
                        .isPresent(),
                "sealed",
                "by the trail's key " + signature.keyId(),
                "the seal is not signed by a key of the trail");
    }

    private int noteLength() {
        byte[] named = new byte[signature.keyHash().length + signature.signature().length];
        String base64 = Base64.getEncoder().encodeToString(named);
        return (text + "\n\u2014 " + signature.name() + " " + base64 + "\n").getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] tail(Path pack) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(file.length(), LONGEST + END_RECORD_LENGTH)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return tail;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
