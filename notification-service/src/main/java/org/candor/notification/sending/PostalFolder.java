package org.candor.notification.sending;

import java.io.IOException;
import java.io.InterruptedIOException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.kit.outbox.EventJson;

/**
 * The folder from which a print house takes batches. A batch grows in a hidden place and appears at once, whole, by a rename;
 * a batch that is visible is complete and never changes. Blocking; for worker threads.
 */
final class PostalFolder {

    private static final String GROWING = ".growing";
    private static final int AT_ONCE = 16;
    private static final Pattern BATCH = Pattern.compile("[0-9a-f-]{36}");

    private final Path root;

    /** A file of a batch. */
    record Letter(UUID noticeId, String sha256) {

        String file() {
            return noticeId + ".pdf";
        }
    }

    /** A batch as it is handed over, under that name. */
    record Contents(UUID batchId, String name, String entity, int number, List<Letter> letters) {

        Contents {
            letters = List.copyOf(letters);
        }
    }

    private record Manifest(
            UUID batch, String entity, int number, String service, int letters, List<ManifestFile> files) {}

    private record ManifestFile(String file, String sha256, String reference) {}

    PostalFolder(Path root) {
        this.root = root;
    }

    /** Writes a letter; writing it again gives the same file. It is durable only when {@link #damaged} has passed it. */
    void put(UUID batchId, UUID noticeId, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(growing(batchId)).resolve(noticeId + ".pdf"), pdf);
    }

    /**
     * Makes every file durable and reads it again.
     *
     * @return those that are missing or not as they were written, as after a loss of power
     */
    List<UUID> damaged(UUID batchId, List<Letter> letters) throws IOException {
        Path growing = growing(batchId);
        // Side by side, since a file system makes what comes together durable together.
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Boolean>> good = letters.stream()
                    .map(letter -> threads.submit(() -> isGood(growing.resolve(letter.file()), letter.sha256())))
                    .toList();
            List<UUID> damaged = new ArrayList<>();
            for (int i = 0; i < letters.size(); i++) {
                if (!good.get(i).get()) {
                    damaged.add(letters.get(i).noticeId());
                }
            }
            return damaged;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static boolean isGood(Path file, String sha256) throws IOException {
        return Files.exists(file) && hex(sha256(durable(file))).equals(sha256);
    }

    /**
     * Makes the batch visible and answers the manifest's hash. The rename is the one moment in which it leaves: before it the
     * batch is hidden, after it there is nothing hidden any more, even when the print house has taken the folder away.
     */
    byte[] handOver(Contents contents) throws IOException {
        Path growing = growing(contents.batchId());
        removeStrangers(growing, contents.letters());
        write(growing.resolve("manifest.csv"), csv(contents.letters()).getBytes(StandardCharsets.UTF_8));
        write(growing.resolve("manifest.json"), json(contents));
        force(growing);
        Files.move(growing, root.resolve(contents.name()), StandardCopyOption.ATOMIC_MOVE);
        force(root);
        return manifest(contents);
    }

    /** SHA-256 of the manifest that {@link #handOver} writes. */
    static byte[] manifest(Contents contents) {
        return sha256(json(contents));
    }

    /** Of a batch that was about to leave: true when it has. */
    boolean hasLeft(UUID batchId) {
        return !Files.exists(growing(batchId));
    }

    /** Batches that are hidden now. */
    List<UUID> growing() throws IOException {
        Path hidden = root.resolve(GROWING);
        if (!Files.isDirectory(hidden)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(hidden)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> BATCH.matcher(name).matches())
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Throws away what was written for a batch that is not to leave. */
    boolean discard(UUID batchId) throws IOException {
        Path growing = growing(batchId);
        if (Files.exists(growing)) {
            try (Stream<Path> files = Files.walk(growing)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return true;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private Path growing(UUID batchId) {
        return root.resolve(GROWING).resolve(batchId.toString());
    }

    private static byte[] json(Contents contents) {
        return EventJson.write(new Manifest(
                        contents.batchId(),
                        contents.entity(),
                        contents.number(),
                        "FIRST_CLASS_MAIL",
                        contents.letters().size(),
                        contents.letters().stream()
                                .map(letter -> new ManifestFile(
                                        letter.file(), letter.sha256(), LetterMaker.reference(letter.noticeId())))
                                .toList()))
                .getBytes(StandardCharsets.UTF_8);
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

    private static byte[] durable(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(false);
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until the file is read.
            }
            return bytes.array();
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

    /** Names in a folder are durable only when the folder itself is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
