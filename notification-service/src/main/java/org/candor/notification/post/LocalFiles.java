package org.candor.notification.post;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.candor.notification.Hashes;

/** A folder of this machine, or one that is mounted. */
final class LocalFiles implements PostalFiles {

    private static final int AT_ONCE = 16;

    private final Path root;

    LocalFiles(Path root) {
        this.root = root;
    }

    @Override
    public void put(String folder, String file, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(root.resolve(folder)).resolve(file), bytes);
    }

    @Override
    public Map<String, String> settle(String folder, List<String> files) throws IOException {
        Path place = root.resolve(folder);
        // Side by side, since a file system makes what comes together durable together.
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Map<String, Future<String>> hashes = new HashMap<>();
            files.stream()
                    .filter(file -> Files.exists(place.resolve(file)))
                    .forEach(file -> hashes.put(file, threads.submit(() -> Hashes.hex(durable(place.resolve(file))))));
            Map<String, String> found = new HashMap<>();
            for (Map.Entry<String, Future<String>> one : hashes.entrySet()) {
                found.put(one.getKey(), one.getValue().get());
            }
            return found;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path place = root.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public boolean exists(String folder) {
        return Files.isDirectory(root.resolve(folder));
    }

    @Override
    public void move(String from, String to) throws IOException {
        force(root.resolve(from));
        Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        force(root);
    }

    @Override
    public void delete(String folder, String file) throws IOException {
        Files.deleteIfExists(root.resolve(folder).resolve(file));
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        for (String file : list(folder)) {
            delete(folder, file);
        }
        Files.deleteIfExists(root.resolve(folder));
    }

    private static byte[] durable(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(false);
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until the file is read.
            }
            return Hashes.sha256(bytes.array());
        }
    }

    /** Names in a folder are durable only when the folder itself is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
