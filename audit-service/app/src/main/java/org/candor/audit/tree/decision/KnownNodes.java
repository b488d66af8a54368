package org.candor.audit.tree.decision;

import java.util.HashMap;
import java.util.Map;

/**
 * Nodes that are computed once however many paths pass by: the proofs of neighbours have most of their nodes in common. For a
 * few tiles at a time, because it forgets nothing.
 */
public final class KnownNodes implements Nodes {

    private final Nodes tiles;
    private final Map<NodeId, Hash> known = new HashMap<>();

    public KnownNodes(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public Hash at(NodeId node) {
        Hash before = known.get(node);
        if (before == null) {
            before = computed(node);
            known.put(node, before);
        }
        return before;
    }

    private Hash computed(NodeId node) {
        return node.level() % TileId.HEIGHT == 0
                ? tiles.at(node)
                : Hash.ofNode(
                        at(new NodeId(node.level() - 1, 2 * node.position())),
                        at(new NodeId(node.level() - 1, 2 * node.position() + 1)));
    }
}
