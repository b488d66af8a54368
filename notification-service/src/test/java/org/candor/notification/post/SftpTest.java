package org.candor.notification.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.notification.Hashes;
import org.candor.notification.post.PostalBatches.Contents;
import org.candor.notification.post.PostalBatches.Letter;
import org.candor.notification.post.SftpServer.Cut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches on a real SFTP server whose connection is cut wherever it hurts: no letter is lost, none is there twice. */
class SftpTest {

    private static final int LETTERS = 3;
    private static final UUID BATCH = UUID.fromString("01935030-0000-7000-8000-0000000000aa");

    @TempDir
    Path home;

    private SftpServer server;

    /** As the installation says it. */
    private record Settings(
            Optional<String> host,
            int port,
            Optional<String> user,
            Optional<String> password,
            Optional<Path> key,
            Optional<String> passphrase,
            Optional<Path> knownHosts,
            Optional<String> fingerprint,
            String folder,
            Duration timeout)
            implements PostConfig.Sftp {}

    @BeforeEach
    void start() throws IOException {
        server = SftpServer.start(home);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aBatchAppearsWholeByOneRename() throws IOException {
        PostalBatches batches = batches(byPassword(Optional.of(server.fingerprint()), Optional.empty()));
        for (Letter letter : letters()) {
            batches.put(BATCH, letter.id(), pdf(letter.id()));
        }
        assertThat(server.files().resolve("city-001")).doesNotExist();
        assertThat(batches.growing()).containsExactly(BATCH);
        assertThat(batches.hasLeft(BATCH)).isFalse();

        leavesWhole(batches);
    }

    @Test
    void theKeyMayBeAmongTheKnownHostsAndTheUserMayShowAKey() throws Exception {
        leavesWhole(batches(new Settings(
                Optional.of("127.0.0.1"),
                server.port(),
                Optional.of(SftpServer.USER),
                Optional.empty(),
                Optional.of(server.clientKey()),
                Optional.empty(),
                Optional.of(server.knownHosts()),
                Optional.empty(),
                "/",
                Duration.ofSeconds(5))));
    }

    @Test
    void aServerWithAnotherKeyGetsNothing() throws IOException {
        Optional<String> fingerprint = Optional.of("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
        Optional<Path> hosts = Optional.of(server.knownHosts(SftpServer.key()));
        for (Settings wrong : List.of(byPassword(fingerprint, Optional.empty()), byPassword(Optional.empty(), hosts))) {
            PostalBatches batches = batches(wrong);
            assertThatThrownBy(() -> batches.put(BATCH, letters().getFirst().id(), new byte[] {1}))
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(JSchException.class)
                    .hasMessageContaining("HostKey");
        }
        assertThat(server.files()).isEmptyDirectory();
    }

    @Test
    void withoutAKnownKeyOrWithoutCredentialsNothingStarts() {
        assertThatIllegalStateException()
                .isThrownBy(() -> batches(byPassword(Optional.empty(), Optional.empty())))
                .withMessageContaining("fingerprint");
        Settings nobody = new Settings(
                Optional.of("127.0.0.1"),
                server.port(),
                Optional.of(SftpServer.USER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(server.fingerprint()),
                "/",
                Duration.ofSeconds(5));
        assertThatIllegalStateException().isThrownBy(() -> batches(nobody)).withMessageContaining("password");
    }

    @Test
    void aFileThatWasCutOffIsFoundAndWrittenAgain() throws IOException {
        PostalBatches batches = batches(byPassword(Optional.of(server.fingerprint()), Optional.empty()));
        List<Letter> letters = letters();
        batches.put(BATCH, letters.get(0).id(), pdf(letters.get(0).id()));
        SftpServer.cut(home, Cut.WRITE);
        assertThatThrownBy(() -> batches.put(
                        BATCH, letters.get(1).id(), pdf(letters.get(1).id())))
                .isInstanceOf(IOException.class);

        assertThat(batches.damaged(BATCH, letters))
                .containsExactly(letters.get(1).id(), letters.get(2).id());
        leavesWhole(batches);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_RENAME", "AFTER_RENAME"})
    void aCutAtTheRenameLeavesTheBatchInOnePlace(Cut where) throws IOException {
        PostalBatches batches = batches(byPassword(Optional.of(server.fingerprint()), Optional.empty()));
        for (Letter letter : letters()) {
            batches.put(BATCH, letter.id(), pdf(letter.id()));
        }
        SftpServer.cut(home, where);
        assertThatThrownBy(() -> batches.handOver(contents())).isInstanceOf(IOException.class);

        assertThat(batches.hasLeft(BATCH)).isEqualTo(where == Cut.AFTER_RENAME);
        if (!batches.hasLeft(BATCH)) {
            batches.handOver(contents());
        }
        isWhole();
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aSingleLetterLeavesOnceWhereverTheConnectionWasCut(Cut where) throws IOException {
        SingleLetters singles = new SingleLetters(new PostalBatches(
                files(byPassword(Optional.of(server.fingerprint()), Optional.empty())), ".single-letters"));
        SftpServer.cut(home, where);
        assertThatThrownBy(() -> {
                    singles.hide(BATCH, "city", pdf(BATCH));
                    singles.leave(BATCH, "city", pdf(BATCH));
                })
                .isInstanceOf(IOException.class);

        if (where == Cut.WRITE) {
            singles.hide(BATCH, "city", pdf(BATCH));
        }
        singles.leave(BATCH, "city", pdf(BATCH));
        singles.leave(BATCH, "city", pdf(BATCH));
        Path left = server.files().resolve("city-letter-0000000000aa");
        assertThat(Files.readAllBytes(left.resolve(BATCH + ".pdf"))).isEqualTo(pdf(BATCH));
        assertThat(visible()).containsExactly(left);
    }

    @Test
    void aServerThatIsAwayIsNotABatchThatHasLeft() throws IOException {
        PostalBatches batches = batches(byPassword(Optional.of(server.fingerprint()), Optional.empty()));
        batches.put(BATCH, BATCH, pdf(BATCH));
        server.close();
        assertThatThrownBy(() -> batches.hasLeft(BATCH)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsThrownAwayIsGone() throws IOException {
        PostalBatches batches = batches(byPassword(Optional.of(server.fingerprint()), Optional.empty()));
        batches.put(BATCH, BATCH, pdf(BATCH));
        batches.discard(BATCH);
        batches.discard(BATCH);
        assertThat(batches.growing()).isEmpty();
    }

    private void leavesWhole(PostalBatches batches) throws IOException {
        for (UUID missing : batches.damaged(BATCH, letters())) {
            batches.put(BATCH, missing, pdf(missing));
        }
        // What a run left that was taken back does not leave with the others.
        batches.put(BATCH, new UUID(9, 9), pdf(new UUID(9, 9)));
        assertThat(batches.damaged(BATCH, letters())).isEmpty();
        assertThat(batches.handOver(contents())).isEqualTo(PostalBatches.manifest(contents()));
        assertThat(batches.hasLeft(BATCH)).isTrue();
        isWhole();
    }

    private void isWhole() throws IOException {
        Path batch = server.files().resolve("city-001");
        assertThat(visible()).containsExactly(batch);
        try (Stream<Path> files = Files.list(batch)) {
            assertThat(files).hasSize(LETTERS + 2);
        }
        for (Letter letter : letters()) {
            assertThat(Files.readAllBytes(batch.resolve(letter.file()))).isEqualTo(pdf(letter.id()));
        }
        assertThat(Files.readAllBytes(batch.resolve("manifest.json")))
                .satisfies(bytes -> assertThat(Hashes.sha256(bytes)).isEqualTo(PostalBatches.manifest(contents())));
    }

    private List<Path> visible() throws IOException {
        try (Stream<Path> files = Files.list(server.files())) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static List<Letter> letters() {
        return Stream.iterate(1, i -> i <= LETTERS, i -> i + 1)
                .map(i -> new UUID(7, i))
                .map(id -> new Letter(id, Hashes.hex(Hashes.sha256(pdf(id)))))
                .toList();
    }

    private static Contents contents() {
        return new Contents(BATCH, "city-001", "city", 1, letters());
    }

    /** Larger than a packet. */
    private static byte[] pdf(UUID id) {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) id.getLeastSignificantBits());
        return bytes;
    }

    private Settings byPassword(Optional<String> fingerprint, Optional<Path> knownHosts) {
        return new Settings(
                Optional.of("127.0.0.1"),
                server.port(),
                Optional.of(SftpServer.USER),
                Optional.of(SftpServer.PASSWORD),
                Optional.empty(),
                Optional.empty(),
                knownHosts,
                fingerprint,
                "/",
                Duration.ofSeconds(5));
    }

    private static SftpFiles files(Settings settings) {
        return new SftpFiles(new SftpConnection(settings), settings.folder());
    }

    private static PostalBatches batches(Settings settings) {
        return new PostalBatches(files(settings), ".growing");
    }
}
