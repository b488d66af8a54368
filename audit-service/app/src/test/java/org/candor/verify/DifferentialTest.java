package org.candor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.NodeId;
import org.candor.audit.tree.decision.Proofs;
import org.junit.jupiter.api.Test;

/** What the service proves, a verifier that others wrote accepts; and what ours refuses, theirs refuses. */
class DifferentialTest {

    private static final int SIZES = 300;
    private static final Map<NodeId, Hash> KNOWN = new HashMap<>();
    private static final List<Hash> LEAVES = IntStream.range(0, SIZES)
            .mapToObj(i -> Hash.ofLeaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    @Test
    void agreesOnEveryIndexOfEverySize() {
        for (int size = 1; size <= SIZES; size++) {
            byte[] root = root(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = path(index, size);
                assertThat(theirs(index, size, path, root))
                        .as("%d of %d", index, size)
                        .isTrue();
                assertThat(ours(index, size, path, root)).isTrue();
            }
        }
    }

    @Test
    void agreesOnWhatIsWrong() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            int size = 2 + random.nextInt(SIZES - 2);
            int index = random.nextInt(size);
            List<byte[]> path = new ArrayList<>(path(index, size));
            byte[] root = root(size);
            int other = random.nextInt(size);
            switch (random.nextInt(4)) {
                case 0 -> path.set(random.nextInt(path.size()), new byte[32]);
                case 1 -> path.removeLast();
                case 2 -> path.add(new byte[32]);
                default -> index = other;
            }
            boolean ours = ours(index, size, path, root);
            assertThat(theirs(index, size, path, root))
                    .as("%d of %d", index, size)
                    .isEqualTo(ours);
            refused += ours ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(2_000);
    }

    private static boolean ours(int index, int size, List<byte[]> path, byte[] root) {
        return MerklePath.rootOf(index, size, LEAVES.get(index).bytes(), path)
                .filter(found -> Hash.of(found).equals(Hash.of(root)))
                .isPresent();
    }

    private static boolean theirs(int index, int size, List<byte[]> path, byte[] root) {
        try {
            InclusionProofVerifier.verify(LEAVES.get(index).bytes(), index, size, path, root);
            return true;
        } catch (InclusionProofVerificationException refused) {
            return false;
        }
    }

    private static byte[] root(int size) {
        Growth growth = new Growth(0, Map.of());
        LEAVES.subList(0, size).forEach(growth::append);
        return growth.root().bytes();
    }

    /** From the leaves alone. */
    private static List<byte[]> path(int index, int size) {
        return Proofs.inclusion(index, size).stream()
                .map(span -> span.hash(DifferentialTest::node).bytes())
                .toList();
    }

    private static Hash node(NodeId node) {
        Hash known = KNOWN.get(node);
        if (known == null) {
            known = computed(node);
            KNOWN.put(node, known);
        }
        return known;
    }

    private static Hash computed(NodeId node) {
        return node.level() == 0
                ? LEAVES.get((int) node.position())
                : Hash.ofNode(
                        node(new NodeId(node.level() - 1, 2 * node.position())),
                        node(new NodeId(node.level() - 1, 2 * node.position() + 1)));
    }
}
