package org.candor.notification.sending;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.kit.outbox.EventJson;

/**
 * The folder from which a print house takes batches. A batch grows in a hidden place and appears at once, whole, by a rename;
 * a batch that is visible is complete and never changes. Blocking; for worker threads.
 */
final class PostalFolder {

    private static final String GROWING = ".growing";

    private final Path root;

    /** A file of a batch. */
    record Letter(UUID noticeId, String sha256) {

        String file() {
            return noticeId + ".pdf";
        }
    }

    private record Manifest(
            UUID batch, String entity, int number, String service, int letters, List<ManifestFile> files) {}

    private record ManifestFile(String file, String sha256, String reference) {}

    PostalFolder(Path root) {
        this.root = root;
    }

    /** Writes a letter durably; writing it again gives the same file. */
    void put(UUID batchId, UUID noticeId, byte[] pdf) throws IOException {
        write(Files.createDirectories(growing(batchId)).resolve(noticeId + ".pdf"), pdf);
    }

    /**
     * Makes the batch visible under that name and answers the manifest's hash. Called again after a crash, it finds the batch
     * visible and answers the same.
     */
    byte[] handOver(UUID batchId, String name, String entity, int number, List<Letter> letters) throws IOException {
        byte[] json =
                EventJson.write(manifest(batchId, entity, number, letters)).getBytes(StandardCharsets.UTF_8);
        Path target = root.resolve(name);
        if (!Files.exists(target)) {
            Path growing = Files.createDirectories(growing(batchId));
            removeStrangers(growing, letters);
            write(growing.resolve("manifest.csv"), csv(letters).getBytes(StandardCharsets.UTF_8));
            write(growing.resolve("manifest.json"), json);
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return sha256(json);
    }

    /** Throws away what was written for a batch that is not to leave. */
    void discard(UUID batchId) throws IOException {
        Path growing = growing(batchId);
        if (Files.exists(growing)) {
            try (Stream<Path> files = Files.walk(growing)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private Path growing(UUID batchId) {
        return root.resolve(GROWING).resolve(batchId.toString());
    }

    private static Manifest manifest(UUID batchId, String entity, int number, List<Letter> letters) {
        return new Manifest(
                batchId,
                entity,
                number,
                "FIRST_CLASS_MAIL",
                letters.size(),
                letters.stream()
                        .map(letter -> new ManifestFile(
                                letter.file(), letter.sha256(), LetterMaker.reference(letter.noticeId())))
                        .toList());
    }

    private static String csv(List<Letter> letters) {
        return "file,sha256,service,reference\r\n"
                + letters.stream()
                        .map(letter -> letter.file() + "," + letter.sha256() + ",FIRST_CLASS_MAIL,"
                                + LetterMaker.reference(letter.noticeId()) + "\r\n")
                        .collect(Collectors.joining());
    }

    private static void removeStrangers(Path growing, List<Letter> letters) throws IOException {
        Set<String> wanted = letters.stream().map(Letter::file).collect(Collectors.toSet());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(growing)) {
            for (Path file : files) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
