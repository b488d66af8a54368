package org.candor.audit.tree.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tiles in memory, full or in part, as a source of every node they span. */
public final class Tiles implements Nodes {

    private final Map<TileId, List<Hash>> tiles;

    /** The map is read at each call, so that its owner may let it grow. */
    public Tiles(Map<TileId, List<Hash>> tiles) {
        this.tiles = tiles;
    }

    /** The tiles from which the hashes of these ranges can be computed. */
    public static Set<TileId> neededFor(List<Span> spans) {
        Set<TileId> needed = new TreeSet<>(
                (a, b) -> a.level() != b.level() ? a.level() - b.level() : Long.compare(a.index(), b.index()));
        spans.forEach(span -> span.nodes().forEach(node -> needed.add(TileId.holding(node))));
        return needed;
    }

    @Override
    public Hash at(NodeId node) {
        List<Hash> tile = tiles.get(TileId.holding(node));
        if (tile == null) {
            throw new IllegalStateException("Tile of " + node + " is not at hand");
        }
        int above = node.level() % TileId.HEIGHT;
        int from = (int) ((node.position() << above) % TileId.WIDTH);
        return complete(tile.subList(from, from + (1 << above)));
    }

    /** The root over hashes whose number is a power of two. */
    static Hash complete(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = hashes.size() / 2;
        return Hash.ofNode(complete(hashes.subList(0, half)), complete(hashes.subList(half, hashes.size())));
    }
}
