package org.candor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.NodeId;
import org.candor.audit.tree.decision.Nodes;
import org.candor.audit.tree.decision.Proofs;
import org.candor.audit.tree.decision.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service proves, the verifier's own algorithm accepts: all sizes, all indices, all pairs of sizes. */
class WriterAgainstVerifierTest {

    private static final int SIZES = 300;
    private static final List<byte[]> ENTRIES = new ArrayList<>();
    private static final List<Hash> ROOTS = new ArrayList<>();
    private static final Map<NodeId, Hash> KNOWN = new HashMap<>();

    @BeforeAll
    static void growATree() {
        Growth growth = new Growth(0, Map.of());
        ROOTS.add(growth.root());
        for (int i = 0; i < SIZES; i++) {
            byte[] entry = ("entry " + i).getBytes(StandardCharsets.UTF_8);
            ENTRIES.add(entry);
            growth.append(Hash.ofLeaf(entry));
            ROOTS.add(growth.root());
        }
    }

    @Test
    void acceptsEveryInclusion() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                byte[] leaf = MerklePath.leafHash(ENTRIES.get(index));
                assertThat(MerklePath.rootOf(index, size, leaf, path(Proofs.inclusion(index, size))))
                        .hasValue(ROOTS.get(size).bytes());
            }
        }
    }

    @Test
    void acceptsEveryConsistency() {
        for (int to = 0; to <= SIZES; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(consistent(from, to, path(Proofs.consistency(from, to))))
                        .as("%d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void refusesThePathOfAnotherPair() {
        for (int from = 1; from < SIZES; from += 7) {
            assertThat(consistent(from, SIZES, path(Proofs.consistency(from + 1, SIZES))))
                    .isFalse();
        }
    }

    private static boolean consistent(int from, int to, List<byte[]> path) {
        return MerklePath.consistent(
                from, ROOTS.get(from).bytes(), to, ROOTS.get(to).bytes(), path);
    }

    private static List<byte[]> path(List<Span> spans) {
        Nodes nodes = WriterAgainstVerifierTest::node;
        return spans.stream().map(span -> span.hash(nodes).bytes()).toList();
    }

    /** By the definition of a complete subtree. */
    private static Hash node(NodeId id) {
        Hash known = KNOWN.get(id);
        if (known == null) {
            known = id.level() == 0
                    ? Hash.ofLeaf(ENTRIES.get((int) id.position()))
                    : Hash.ofNode(
                            node(new NodeId(id.level() - 1, 2 * id.position())),
                            node(new NodeId(id.level() - 1, 2 * id.position() + 1)));
            KNOWN.put(id, known);
        }
        return known;
    }
}
