package org.candor.notification.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.notification.Hashes;
import org.candor.notification.post.PostalBatches.Contents;
import org.candor.notification.post.PostalBatches.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full in the middle of a file: half of it stays, nothing becomes visible, and later the batch is whole. */
class FullDiskTest {

    private static final UUID BATCH = UUID.fromString("01935030-0000-7000-8000-0000000000bb");
    private static final List<UUID> LETTERS = List.of(new UUID(3, 1), new UUID(3, 2), new UUID(3, 3));

    @TempDir
    Path folder;

    /** Where it is written for real, until so many bytes are used up. */
    private static final class Quota implements PostalFiles {

        private final LocalFiles files;
        private long left;

        Quota(Path folder, long left) {
            this.files = new LocalFiles(folder);
            this.left = left;
        }

        @Override
        public void put(String place, String file, byte[] bytes) throws IOException {
            int fits = (int) Math.min(left, bytes.length);
            files.put(place, file, Arrays.copyOf(bytes, fits));
            left -= fits;
            if (fits < bytes.length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public Map<String, String> settle(String place, List<String> names) throws IOException {
            return files.settle(place, names);
        }

        @Override
        public List<String> list(String place) throws IOException {
            return files.list(place);
        }

        @Override
        public boolean exists(String place) {
            return files.exists(place);
        }

        @Override
        public void move(String from, String to) throws IOException {
            files.move(from, to);
        }

        @Override
        public void delete(String place, String file) throws IOException {
            files.delete(place, file);
        }

        @Override
        public void deleteAll(String place) throws IOException {
            files.deleteAll(place);
        }
    }

    /** Full in the first letter, in the last, in the first manifest, in the second. */
    @ParameterizedTest
    @ValueSource(ints = {10, 2_500, 3_010, 3_500})
    void whatWasCutOffIsMadeAgainWhenThereIsSpace(int bytes) throws IOException {
        PostalBatches full = new PostalBatches(new Quota(folder, bytes), ".growing");
        assertThatThrownBy(() -> {
                    for (UUID letter : LETTERS) {
                        full.put(BATCH, letter, pdf(letter));
                    }
                    full.handOver(contents());
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(visible()).isEmpty();
        assertThat(full.hasLeft(BATCH)).isFalse();

        PostalBatches space = new PostalBatches(new LocalFiles(folder), ".growing");
        for (UUID damaged : space.damaged(BATCH, contents().letters())) {
            space.put(BATCH, damaged, pdf(damaged));
        }
        assertThat(space.damaged(BATCH, contents().letters())).isEmpty();
        space.handOver(contents());

        assertThat(visible()).containsExactly("city-001");
        for (UUID letter : LETTERS) {
            assertThat(Files.readAllBytes(folder.resolve("city-001").resolve(letter + ".pdf")))
                    .isEqualTo(pdf(letter));
        }
        assertThat(Hashes.sha256(Files.readAllBytes(folder.resolve("city-001").resolve("manifest.json"))))
                .isEqualTo(PostalBatches.manifest(contents()));
    }

    /** A folder that is not mounted must not look like a batch that the print house has taken. */
    @Test
    void aFolderThatIsNotThereIsNotABatchThatHasLeft() {
        PostalBatches batches = new PostalBatches(new LocalFiles(folder.resolve("not-mounted")), ".growing");
        assertThatThrownBy(() -> batches.hasLeft(BATCH)).isInstanceOf(IOException.class);
    }

    private List<String> visible() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    private static Contents contents() {
        return new Contents(
                BATCH,
                "city-001",
                "city",
                1,
                LETTERS.stream()
                        .map(id -> new Letter(id, Hashes.hex(Hashes.sha256(pdf(id)))))
                        .toList());
    }

    private static byte[] pdf(UUID id) {
        byte[] bytes = new byte[1_000];
        Arrays.fill(bytes, (byte) id.getLeastSignificantBits());
        return bytes;
    }
}
