package org.candor.notification.complainant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.candor.kit.outbox.EventJson;

/**
 * Hands one letter to the print house as a batch of its own, in the form of all other batches. It is written in a hidden place
 * and appears by one rename: before that it has not left, after that nothing is hidden any more. Blocking; for workers.
 */
final class LetterFolder {

    private static final String HIDDEN = ".single-letters";

    private final Path root;

    private record Manifest(
            UUID batch, String entity, int number, String service, int letters, List<ManifestFile> files) {}

    private record ManifestFile(String file, String sha256, String reference) {}

    LetterFolder(Path root) {
        this.root = root;
    }

    /** Writes letter and manifests durably; writing them again gives the same. */
    void write(UUID id, String entity, byte[] pdf, String sha256) throws IOException {
        Path hidden = Files.createDirectories(hidden(id));
        String file = id + ".pdf";
        String reference = LetterText.reference(id);
        Manifest manifest =
                new Manifest(id, entity, 1, "FIRST_CLASS_MAIL", 1, List.of(new ManifestFile(file, sha256, reference)));
        durable(hidden.resolve(file), pdf);
        String csv =
                "file,sha256,service,reference\r\n" + file + "," + sha256 + ",FIRST_CLASS_MAIL," + reference + "\r\n";
        durable(hidden.resolve("manifest.csv"), csv.getBytes(UTF_8));
        durable(hidden.resolve("manifest.json"), EventJson.write(manifest).getBytes(UTF_8));
    }

    /** Lets the letter leave; where nothing is hidden it has left before, also when the print house has taken it away. */
    void leave(UUID id, String entity) throws IOException {
        if (Files.exists(hidden(id))) {
            Path visible = root.resolve(entity + "-letter-" + id.toString().substring(24));
            Files.move(hidden(id), visible, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path hidden(UUID id) {
        return root.resolve(HIDDEN).resolve(id.toString());
    }

    private static void durable(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
    }
}
