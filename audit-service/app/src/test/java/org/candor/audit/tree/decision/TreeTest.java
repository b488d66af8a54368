package org.candor.audit.tree.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree against the text of RFC 6962, on every size that crosses a tile's edge once. */
class TreeTest {

    private static final int SIZES = 300;
    private static final List<byte[]> LEAVES = IntStream.range(0, SIZES)
            .mapToObj(i -> ("entry " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toList();
    private static final NaiveTree NAIVE = new NaiveTree(LEAVES);
    private static final StoredTree STORED = StoredTree.of(LEAVES);

    @Test
    void agreesWithThePublishedVectors() {
        List<byte[]> leaves = List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .stream()
                .map(HexFormat.of()::parseHex)
                .toList();
        List<String> roots = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

        for (int size = 0; size < roots.size(); size++) {
            assertThat(StoredTree.of(leaves.subList(0, size)).root(size)).hasToString(roots.get(size));
        }
    }

    @Test
    void hasTheRootOfTheText() {
        for (int size = 0; size <= SIZES; size++) {
            assertThat(STORED.root(size).bytes()).isEqualTo(NAIVE.root(size));
        }
    }

    @Test
    void growsToTheSameRootWhereverItIsContinued() {
        for (int size = 0; size <= SIZES; size++) {
            Growth growth = STORED.continuedAt(size);
            LEAVES.subList(size, SIZES).forEach(leaf -> growth.append(Hash.ofLeaf(leaf)));
            assertThat(growth.size()).isEqualTo(SIZES);
            assertThat(growth.root()).isEqualTo(STORED.root(SIZES));
        }
    }

    @Test
    void provesEveryIndexOfEverySize() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                assertThat(STORED.hashes(Proofs.inclusion(index, size), size))
                        .isEqualTo(asHashes(NAIVE.path(index, size)));
            }
        }
    }

    @Test
    void provesEveryPairOfSizes() {
        for (int to = 0; to <= SIZES; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(STORED.hashes(Proofs.consistency(from, to), to)).isEqualTo(asHashes(NAIVE.proof(from, to)));
            }
        }
    }

    @Test
    void keepsALargeTreeInFewTiles() {
        int size = TileId.WIDTH * TileId.WIDTH + 700;
        StoredTree large = StoredTree.of(IntStream.range(0, size)
                .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)})
                .toList());

        assertThat(large.full()).hasSize(TileId.WIDTH + 2 + 1);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int at = 1 + random.nextInt(size);
            List<Span> path = Proofs.inclusion(random.nextInt(at), at);
            assertThat(Tiles.neededFor(path)).hasSizeLessThanOrEqualTo(5);
            assertThat(large.hashes(path, at)).hasSameSizeAs(path);
        }
        assertThat(large.root(size)).isEqualTo(large.growth().root());
    }

    @Test
    void refusesWhatNoTreeHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("two words", 0, Hash.OF_NOTHING));
    }

    @Test
    void writesACheckpointAsTheSpecificationHasIt() {
        Checkpoint checkpoint = new Checkpoint("example.org/trail/2026", 0, Hash.OF_NOTHING);
        assertThat(checkpoint.text())
                .isEqualTo("example.org/trail/2026\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(checkpoint.note("\u2014 example.org/trail/2026 c2ln"))
                .isEqualTo(checkpoint.text() + "\n\u2014 example.org/trail/2026 c2ln\n");
    }

    private static List<Hash> asHashes(List<byte[]> path) {
        return path.stream().map(Hash::of).toList();
    }

    /** A tree kept as the service keeps it: all leaf hashes, and full tiles with their roots. */
    private record StoredTree(List<Hash> leaves, Growth growth, List<Growth.FullTile> full, Map<NodeId, Hash> known) {

        static StoredTree of(List<byte[]> entries) {
            Growth growth = new Growth(0, Map.of());
            List<Hash> leaves = entries.stream().map(Hash::ofLeaf).toList();
            leaves.forEach(growth::append);
            return new StoredTree(leaves, growth, growth.takeFull(), new HashMap<>());
        }

        Hash root(long size) {
            return hashes(List.of(Span.tree(size)), size).getFirst();
        }

        Growth continuedAt(long size) {
            Map<TileId, List<Hash>> edge = new HashMap<>();
            Growth.edgeOf(size).forEach(id -> edge.put(id, tile(id, size)));
            return new Growth(size, edge);
        }

        /** Each node is computed from its tile once; the tile is cut where a tree of that size ends. */
        List<Hash> hashes(List<Span> spans, long size) {
            Map<TileId, List<Hash>> tiles = new HashMap<>();
            Tiles.neededFor(spans).forEach(id -> tiles.put(id, tile(id, size)));
            Nodes once = node -> known.computeIfAbsent(node, new Tiles(tiles)::at);
            return spans.stream().map(span -> span.hash(once)).toList();
        }

        private List<Hash> tile(TileId id, long size) {
            List<Hash> level = leaves;
            for (int l = 0; l < id.level(); l++) {
                int below = l;
                level = full.stream()
                        .filter(tile -> tile.id().level() == below)
                        .map(Growth.FullTile::root)
                        .toList();
            }
            return level.subList((int) id.first(), (int) id.first() + id.width(size));
        }
    }
}
