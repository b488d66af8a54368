package org.candor.notification.post;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.Hashes;

/**
 * Batches of letters as a print house takes them. A batch grows in a hidden place and appears at once, whole, by a rename;
 * a batch that is visible is complete and never changes. Blocking; for worker threads.
 */
public final class PostalBatches {

    private static final Pattern BATCH = Pattern.compile("[0-9a-f-]{36}");
    private static final String SERVICE = "FIRST_CLASS_MAIL";
    private static final String CSV = "manifest.csv";
    private static final String JSON = "manifest.json";

    private final PostalFiles files;
    private final String hidden;

    /** A file of a batch. */
    public record Letter(UUID id, String sha256) {

        String file() {
            return id + ".pdf";
        }

        /** Short enough to be read out on the telephone; says nothing about the person. */
        public static String reference(UUID id) {
            String hex = id.toString().replace("-", "");
            return hex.substring(20, 26) + "-" + hex.substring(26);
        }
    }

    /** A batch as it is handed over, under that name. */
    public record Contents(UUID batchId, String name, String entity, int number, List<Letter> letters) {

        public Contents {
            letters = List.copyOf(letters);
        }

        /** One letter that goes by itself. */
        static Contents single(UUID id, String entity, String sha256) {
            String name = entity + "-letter-" + id.toString().substring(24);
            return new Contents(id, name, entity, 1, List.of(new Letter(id, sha256)));
        }
    }

    private record Manifest(
            UUID batch, String entity, int number, String service, int letters, List<ManifestFile> files) {}

    private record ManifestFile(String file, String sha256, String reference) {}

    /** @param hidden folder in which batches grow, out of the print house's sight */
    PostalBatches(PostalFiles files, String hidden) {
        this.files = files;
        this.hidden = hidden;
    }

    /** Writes a letter; writing it again gives the same file. It is durable only when {@link #damaged} has passed it. */
    public void put(UUID batchId, UUID letterId, byte[] pdf) throws IOException {
        files.put(growing(batchId), letterId + ".pdf", pdf);
    }

    /**
     * Makes every file durable and reads it again.
     *
     * @return those that are missing or not as they were written, as after a loss of power
     */
    public List<UUID> damaged(UUID batchId, List<Letter> letters) throws IOException {
        Map<String, String> found = files.settle(
                growing(batchId), letters.stream().map(Letter::file).toList());
        return letters.stream()
                .filter(letter -> !letter.sha256().equals(found.get(letter.file())))
                .map(Letter::id)
                .toList();
    }

    /**
     * Makes the batch visible and answers the manifest's hash. The rename is the one moment in which it leaves: before it the
     * batch is hidden, after it there is nothing hidden any more, even when the print house has taken the folder away.
     */
    public byte[] handOver(Contents contents) throws IOException {
        String growing = growing(contents.batchId());
        removeStrangers(growing, contents.letters());
        files.put(growing, CSV, csv(contents.letters()).getBytes(StandardCharsets.UTF_8));
        files.put(growing, JSON, json(contents));
        if (files.settle(growing, List.of(CSV, JSON)).size() < 2) {
            throw new FileNotFoundException("a manifest is not where it was written");
        }
        files.move(growing, contents.name());
        return manifest(contents);
    }

    /** SHA-256 of the manifest that {@link #handOver} writes. */
    public static byte[] manifest(Contents contents) {
        return Hashes.sha256(json(contents));
    }

    /** Of a batch that was about to leave: true when it has. */
    public boolean hasLeft(UUID batchId) throws IOException {
        if (!files.exists(hidden)) {
            // Something else is wrong: a disk that isn't mounted must not look like a batch that was taken away.
            throw new FileNotFoundException("the place in which batches grow is not there");
        }
        return !files.exists(growing(batchId));
    }

    /** Batches that are hidden now. */
    public List<UUID> growing() throws IOException {
        return files.list(hidden).stream()
                .filter(name -> BATCH.matcher(name).matches())
                .map(UUID::fromString)
                .toList();
    }

    /** Throws away what was written for a batch that is not to leave. */
    public void discard(UUID batchId) throws IOException {
        files.deleteAll(growing(batchId));
    }

    private String growing(UUID batchId) {
        return hidden + "/" + batchId;
    }

    private static byte[] json(Contents contents) {
        List<ManifestFile> files = contents.letters().stream()
                .map(letter -> new ManifestFile(letter.file(), letter.sha256(), Letter.reference(letter.id())))
                .toList();
        return EventJson.write(new Manifest(
                        contents.batchId(), contents.entity(), contents.number(), SERVICE, files.size(), files))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(List<Letter> letters) {
        return "file,sha256,service,reference\r\n"
                + letters.stream()
                        .map(letter -> letter.file() + "," + letter.sha256() + "," + SERVICE + ","
                                + Letter.reference(letter.id()) + "\r\n")
                        .collect(Collectors.joining());
    }

    private void removeStrangers(String growing, List<Letter> letters) throws IOException {
        List<String> strangers = new ArrayList<>(files.list(growing));
        strangers.removeAll(letters.stream().map(Letter::file).collect(Collectors.toSet()));
        for (String stranger : strangers) {
            files.delete(growing, stranger);
        }
    }
}
