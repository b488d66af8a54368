package org.candor.intake.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.candor.intake.IntakeProblem;
import org.candor.intake.files.decision.FileType;
import org.candor.kit.errors.Problem;
import org.candor.kit.inbox.Faults;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Checks what was uploaded and removes what it tells of its maker. It reads files, so it belongs on a worker. */
@ApplicationScoped
class Preparation {

    private static final Logger LOG = Logger.getLogger(Preparation.class);

    private final Path folder;

    Preparation(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.folder = folder;
    }

    /** Removes what a process that died has left in clear; answers how many. */
    int sweep(Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int swept = 0;
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                boolean old = Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before);
                swept += old && Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return swept;
    }

    /** Refuses what is empty, too large, of another type than its name says, damaged, or a bomb. */
    Prepared prepare(Path uploaded, String name) throws IOException {
        long size = Files.size(uploaded);
        if (size == 0) {
            throw new Problem(IntakeProblem.EMPTY_FILE).field("file", "empty");
        }
        if (size > FileLimits.LARGEST) {
            throw new Problem(IntakeProblem.FILE_TOO_LARGE).field("file", "more than 25 MB");
        }
        FileType type = FileType.of(name, contentOf(uploaded))
                .orElseThrow(() -> new Problem(IntakeProblem.FILE_TYPE_REFUSED).field("file", "type"));
        if (type.isArchive() && !OfficeArchive.isSound(uploaded, size)) {
            throw new Problem(IntakeProblem.FILE_TYPE_REFUSED).field("file", "content");
        }
        Path content = cleaned(type, uploaded).orElse(uploaded);
        return new Prepared(type, content, Files.size(content), sha256(content), !content.equals(uploaded));
    }

    /** Removes what {@link #prepare} may have left beside the upload, which goes by itself. */
    void discard(Prepared prepared) {
        try {
            Files.deleteIfExists(prepared.content());
        } catch (IOException later) {
            LOG.warnf("an upload was not removed, its folder will be swept: %s", Faults.name(later));
        }
    }

    private static String contentOf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    /** The file without what it tells of its maker; empty where it stays as it was sent. */
    private static Optional<Path> cleaned(FileType type, Path uploaded) throws IOException {
        if (type.isPlain()) {
            return Optional.empty();
        }
        Path clean = uploaded.resolveSibling(uploaded.getFileName() + ".clean");
        try {
            if (Copies.isMade(type, uploaded, clean)) {
                return Optional.of(clean);
            }
            Files.deleteIfExists(clean);
            return Optional.empty();
        } catch (Damaged | EOFException | ZipException damaged) {
            Files.deleteIfExists(clean);
            throw new Problem(IntakeProblem.FILE_DAMAGED).field("file", "damaged");
        }
    }

    private static byte[] sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
