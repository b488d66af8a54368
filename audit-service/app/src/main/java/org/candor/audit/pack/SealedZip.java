package org.candor.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file that is written piece by piece and sealed at its end: the zip comment is a signed note over the length and the
 * SHA-256 of every byte before the comment's length. Any reader of zip files opens it. For one thread at a time.
 */
final class SealedZip {

    static final String FORMAT = "candor-pack/1";

    /** The length of the comment, which is 0 until the seal is known, are the last bytes of a zip file. */
    private static final int LENGTH_FIELD = 2;

    /** A file as the manifest lists it. */
    record Listed(String name, String sha256, long bytes) {}

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final HoldingBack out = new HoldingBack();
    private final ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    private final List<Listed> files = new ArrayList<>();
    private final MessageDigest ofFile = sha256();
    private String name = "";
    private long bytes;

    void begin(String fileName) throws IOException {
        ZipEntry entry = new ZipEntry(fileName);
        // When it was made stands in the manifest; the same content gives the same bytes.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        name = fileName;
        bytes = 0;
    }

    void write(byte[] content) throws IOException {
        zip.write(content);
        ofFile.update(content);
        bytes += content.length;
    }

    void end() throws IOException {
        zip.closeEntry();
        files.add(new Listed(name, HexFormat.of().formatHex(ofFile.digest()), bytes));
    }

    void file(String fileName, byte[] content) throws IOException {
        begin(fileName);
        write(content);
        end();
    }

    /** The files so far. */
    List<Listed> files() {
        return List.copyOf(files);
    }

    /** What was written since this was asked last. */
    byte[] taken() throws IOException {
        zip.flush();
        byte[] taken = pending.toByteArray();
        pending.reset();
        return taken;
    }

    /** Closes the file; {@code signed} makes a signed note of the seal's text. */
    void seal(UnaryOperator<String> signed) throws IOException {
        zip.close();
        String hash = Base64.getEncoder().encodeToString(out.digest.digest());
        byte[] note =
                signed.apply(FORMAT + "\n" + out.passed + "\n" + hash + "\n").getBytes(UTF_8);
        pending.write(note.length & 0xff);
        pending.write(note.length >> 8);
        pending.writeBytes(note);
    }

    /** Lets everything pass but the last two bytes, and hashes what has passed. */
    private final class HoldingBack extends OutputStream {

        private final MessageDigest digest = sha256();
        private final byte[] held = new byte[LENGTH_FIELD];
        private int holding;
        private long passed;

        @Override
        public void write(int b) {
            if (holding < LENGTH_FIELD) {
                held[holding++] = (byte) b;
                return;
            }
            pass(held, 0, 1);
            held[0] = held[1];
            held[1] = (byte) b;
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            int at = from;
            int left = length;
            while (left > LENGTH_FIELD && holding > 0) {
                pass(held, 0, 1);
                held[0] = held[1];
                holding--;
            }
            if (left > LENGTH_FIELD) {
                pass(buffer, at, left - LENGTH_FIELD);
                at += left - LENGTH_FIELD;
                left = LENGTH_FIELD;
            }
            for (int i = 0; i < left; i++) {
                write(buffer[at + i]);
            }
        }

        private void pass(byte[] buffer, int from, int length) {
            digest.update(buffer, from, length);
            pending.write(buffer, from, length);
            passed += length;
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
