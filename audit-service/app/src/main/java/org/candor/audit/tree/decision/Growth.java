package org.candor.audit.tree.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that takes one leaf after the other. It needs only the tiles of its right edge, at most 255 hashes a level, and tells
 * which tiles became full, so that each is stored once and never changed.
 */
public final class Growth {

    /** A tile that became full; {@code root} is its hash in the level above. */
    public record FullTile(TileId id, List<Hash> hashes, Hash root) {

        public FullTile {
            hashes = List.copyOf(hashes);
        }
    }

    private final Map<TileId, List<Hash>> edge = new HashMap<>();
    private final List<FullTile> full = new ArrayList<>();
    private long size;

    /** Continues a tree of {@code size} leaves; {@code edge} holds the tiles of {@link #edgeOf}. */
    public Growth(long size, Map<TileId, List<Hash>> edge) {
        this.size = size;
        edge.forEach((id, hashes) -> this.edge.put(id, new ArrayList<>(hashes)));
    }

    /** The tiles that a tree of that size has begun and not filled. */
    public static List<TileId> edgeOf(long size) {
        List<TileId> edge = new ArrayList<>();
        for (int level = 0; (size >> (TileId.HEIGHT * level)) > 0; level++) {
            TileId last = new TileId(level, (size >> (TileId.HEIGHT * level)) / TileId.WIDTH);
            if (last.width(size) > 0) {
                edge.add(last);
            }
        }
        return List.copyOf(edge);
    }

    public void append(Hash leaf) {
        put(0, size, leaf);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return Span.tree(size).hash(new Tiles(edge));
    }

    /** Tiles that became full since this was asked last, each after the tiles below it. */
    public List<FullTile> takeFull() {
        List<FullTile> taken = List.copyOf(full);
        full.clear();
        return taken;
    }

    private void put(int level, long position, Hash hash) {
        TileId id = new TileId(level, position / TileId.WIDTH);
        List<Hash> tile = edge.computeIfAbsent(id, fresh -> new ArrayList<>());
        tile.add(hash);
        if (tile.size() == TileId.WIDTH) {
            edge.remove(id);
            Hash root = Tiles.complete(tile);
            full.add(new FullTile(id, tile, root));
            put(level + 1, id.index(), root);
        }
    }
}
