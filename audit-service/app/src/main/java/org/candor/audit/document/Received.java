package org.candor.audit.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.candor.audit.AuditProblem;
import org.candor.kit.errors.Problem;

/** Bytes that came, still in their temporary file; it goes by itself when the request ends. Belongs on a worker. */
record Received(Path file, long size, String sha256) {

    static final int CHUNK = 256 * 1024;

    /** Refuses an empty document, and one that is not what its sender says. */
    static Received of(Path file, Optional<String> claimed) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new Problem(AuditProblem.DOCUMENT_DIFFERS).field("file", "empty");
        }
        String sha256 = sha256(file);
        if (claimed.filter(hash -> !hash.equals(sha256)).isPresent()) {
            throw new Problem(AuditProblem.DOCUMENT_DIFFERS).field("sha256", "is not that of the file");
        }
        return new Received(file, size, sha256);
    }

    int chunks() {
        return Math.toIntExact((size + CHUNK - 1) / CHUNK);
    }

    byte[] chunk(int number) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes((long) number * CHUNK);
            return in.readNBytes(CHUNK);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(file)), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
