package org.candor.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.ServiceName;
import org.candor.verify.CandorVerify;
import org.candor.verify.MerklePath;

/**
 * {@code bench-proofs}: what the offline verifier does in a second against raw SHA-256 of as many hashes of as many bytes:
 * inclusion proofs in memory, and a pack of the whole log with all that is read and parsed on the way.
 */
final class ProofBench {

    private static final String NAME = "bench-proofs";
    private static final int ENTRIES = 40_000;
    private static final int PROOFS = 200_000;
    private static final int ROUNDS = 5;
    private static final double FLOOR = 0.4;
    private static final double WHOLE_LOG = 0.5;

    private final TestBed bed;

    ProofBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        int length;
        try (TrailFeed feed = new TrailFeed(bed.stack().kafka(), bed.connect(ServiceName.AUDIT))) {
            feed.perSecond(ENTRIES);
            length = feed.entryLength();
        }
        SampleTree tree = new SampleTree(ENTRIES, length);
        RawHashes raw = new RawHashes(length);
        Slices proofs = Slices.interleaved(
                ROUNDS, () -> proofsPerSecond(tree), () -> raw.perSecond(PROOFS, tree.longestPath()));
        Path pack = pack();
        WarmUp.with(() -> verifiedPerSecond(pack));
        Slices whole = Slices.interleaved(
                ROUNDS, () -> verifiedPerSecond(pack), () -> raw.perSecond(ENTRIES, tree.longestPath() + 1));
        return List.of(
                Measurement.atLeast(FLOOR, NAME, "inclusion proofs verified a second", proofs),
                Measurement.atLeast(WHOLE_LOG, NAME, "entries a second in a pack of the whole log", whole));
    }

    private static double proofsPerSecond(SampleTree tree) throws IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < PROOFS; i++) {
            if (!tree.verifies(i % ENTRIES)) {
                throw new IOException("a right proof was refused");
            }
        }
        return PROOFS / ((System.nanoTime() - begin) / 1e9);
    }

    private static double verifiedPerSecond(Path pack) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        long begin = System.nanoTime();
        if (CandorVerify.run(nowhere, nowhere, pack.toString()) != CandorVerify.VERIFIED) {
            throw new IOException("the pack of the whole log does not verify");
        }
        return ENTRIES / ((System.nanoTime() - begin) / 1e9);
    }

    private Path pack() throws Exception {
        String period = "/packs?from=2020-01-01T00:00:00Z&to=" + Instant.now().plusSeconds(60);
        HttpRequest request = HttpRequest.newBuilder(URI.create(bed.stack().url(ServiceName.AUDIT) + period))
                .header("Authorization", "Bearer " + bed.stack().token("auditor"))
                .build();
        HttpResponse<Path> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        request,
                        HttpResponse.BodyHandlers.ofFile(
                                bed.folder().resolve("whole-log.zip"), CREATE, WRITE, TRUNCATE_EXISTING));
        if (answer.statusCode() != 200) {
            throw new IOException("the pack was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    /** As many hashes as a proof takes: one of an entry, the others of a node each. */
    private static final class RawHashes {

        private static final int NODE = 65;

        private final MessageDigest digest;
        private final byte[] entry;
        private final byte[] node = new byte[NODE];

        RawHashes(int entryLength) throws Exception {
            digest = MessageDigest.getInstance("SHA-256");
            entry = new byte[entryLength + 1];
        }

        double perSecond(int proofs, int nodesOfEach) {
            long begin = System.nanoTime();
            for (int i = 0; i < proofs; i++) {
                digest.update(entry);
                byte[] hash = digest.digest();
                for (int n = 0; n < nodesOfEach; n++) {
                    System.arraycopy(hash, 0, node, 1, hash.length);
                    digest.update(node);
                    hash = digest.digest();
                }
            }
            return proofs / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** A tree in memory with the path of every leaf. */
    private static final class SampleTree {

        private final byte[][] entries;
        private final List<List<byte[]>> paths;
        private final byte[] root;

        SampleTree(int size, int entryLength) {
            entries = new byte[size][entryLength];
            paths = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                entries[i][0] = (byte) i;
                entries[i][1] = (byte) (i >> 8);
                paths.add(new ArrayList<>());
            }
            root = root(0, size);
        }

        boolean verifies(int index) {
            return MerklePath.rootOf(index, entries.length, MerklePath.leafHash(entries[index]), paths.get(index))
                    .filter(found -> MessageDigest.isEqual(found, root))
                    .isPresent();
        }

        int longestPath() {
            return paths.getFirst().size();
        }

        private byte[] root(int begin, int end) {
            if (end - begin == 1) {
                return MerklePath.leafHash(entries[begin]);
            }
            int middle = begin + Integer.highestOneBit(end - begin - 1);
            byte[] left = root(begin, middle);
            byte[] right = root(middle, end);
            paths.subList(begin, middle).forEach(path -> path.add(right));
            paths.subList(middle, end).forEach(path -> path.add(left));
            return MerklePath.nodeHash(left, right);
        }
    }
}
