package org.candor.audit.tree;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.Span;
import org.candor.audit.tree.decision.TileId;
import org.candor.audit.tree.decision.Tiles;
import org.candor.kit.data.Sql;

/**
 * Where the tree's hashes lie. A full tile is one row; a tile at the right edge is read from what will fill it: leaf hashes
 * of entries, or roots of the tiles below. So nothing is ever rewritten. Every method wants an open session.
 */
@ApplicationScoped
public class TreeStore {

    private static final String LEAVES =
            "select leaf_hash from trail.entry where index >= ?1 and index < ?2 order by index";

    private static final String ROOTS =
            "select root from trail.tile where level = ?1 and index >= ?2 and index < ?3 order by index";

    private static final String TILE = "select hashes from trail.tile where level = ?1 and index = ?2";

    private static final String PUT = "insert into trail.tile (level, index, hashes, root) values (?1, ?2, ?3, ?4)";

    /** Leaf hashes of the entries from {@code begin} to before {@code end}, as many as there are. */
    Uni<List<Hash>> leaves(long begin, long end) {
        return Sql.rows(byte[].class, LEAVES, begin, end).map(TreeStore::hashes);
    }

    /** The hashes of these ranges in the tree of that size: one read for each tile that is touched. */
    Uni<List<Hash>> hashes(List<Span> spans, long size) {
        return tiles(Tiles.neededFor(spans), size).map(tiles -> {
            Tiles known = new Tiles(tiles);
            return spans.stream().map(span -> span.hash(known)).toList();
        });
    }

    /** The tiles with what a tree of that size has of them. */
    public Uni<Map<TileId, List<Hash>>> tiles(Collection<TileId> wanted, long size) {
        Map<TileId, List<Hash>> tiles = new HashMap<>();
        return Multi.createFrom()
                .iterable(wanted)
                .onItem()
                .transformToUniAndConcatenate(id -> tile(id, size).invoke(hashes -> tiles.put(id, hashes)))
                .onItem()
                .ignoreAsUni()
                .replaceWith(tiles);
    }

    Uni<Void> put(List<Growth.FullTile> full) {
        return Multi.createFrom()
                .iterable(full)
                .onItem()
                .transformToUniAndConcatenate(tile -> Sql.update(
                        PUT,
                        tile.id().level(),
                        tile.id().index(),
                        joined(tile.hashes()),
                        tile.root().bytes()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<List<Hash>> tile(TileId id, long size) {
        int width = id.width(size);
        long end = id.first() + width;
        if (width == TileId.WIDTH) {
            return Sql.rows(byte[].class, TILE, id.level(), id.index())
                    .map(rows -> rows.isEmpty() ? List.of() : split(rows.getFirst()));
        }
        return id.level() == 0
                ? leaves(id.first(), end)
                : Sql.rows(byte[].class, ROOTS, id.level() - 1, id.first(), end).map(TreeStore::hashes);
    }

    private static List<Hash> hashes(List<byte[]> rows) {
        return rows.stream().map(Hash::of).toList();
    }

    private static List<Hash> split(byte[] stored) {
        List<Hash> hashes = new ArrayList<>(TileId.WIDTH);
        for (int at = 0; at < stored.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(stored, at, at + Hash.LENGTH)));
        }
        return hashes;
    }

    private static byte[] joined(List<Hash> hashes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> joined.writeBytes(hash.bytes()));
        return joined.toByteArray();
    }
}
