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
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.Span;
import org.candor.audit.tree.decision.TileId;
import org.candor.audit.tree.decision.Tiles;
import org.candor.kit.data.Sql;

/**
 * Where the hashes of each log's tree lie. A full tile is one row; a tile at the right edge is read from what will fill it: leaf
 * hashes of entries, or roots of the tiles below. So nothing is ever rewritten. Every method wants an open session.
 */
@ApplicationScoped
public class TreeStore {

    // One value instead of a row for each: most of the time of a long integration went into rows.
    private static final String LEAVES = """
            select coalesce(string_agg(leaf_hash, cast('' as bytea) order by index), cast('' as bytea))
              from trail.entry where index >= ?1 and index < ?2
            """;

    private static final String ROOTS =
            "select root from trail.tile where origin = ?1 and level = ?2 and index >= ?3 and index < ?4 order by index";

    private static final String TILE = "select hashes from trail.tile where origin = ?1 and level = ?2 and index = ?3";

    private static final String PUT =
            "insert into trail.tile (origin, level, index, hashes, root) values (?1, ?2, ?3, ?4, ?5)";

    /** Leaf hashes of the log from number {@code begin} to before {@code end}, as many as there are. */
    Uni<List<Hash>> leaves(YearLog log, long begin, long end) {
        return Sql.rows(byte[].class, LEAVES, log.first() + begin, log.first() + end)
                .map(rows -> split(rows.getFirst()));
    }

    /** The hashes of these ranges in the log's tree of that size: one read for each tile that is touched. */
    public Uni<List<Hash>> hashes(YearLog log, List<Span> spans, long size) {
        return tiles(log, Tiles.neededFor(spans), size).map(tiles -> {
            Tiles known = new Tiles(tiles);
            return spans.stream().map(span -> span.hash(known)).toList();
        });
    }

    /** The tiles with what a tree of that size has of them. */
    public Uni<Map<TileId, List<Hash>>> tiles(YearLog log, Collection<TileId> wanted, long size) {
        Map<TileId, List<Hash>> tiles = new HashMap<>();
        return Multi.createFrom()
                .iterable(wanted)
                .onItem()
                .transformToUniAndConcatenate(id -> tile(log, id, size).invoke(hashes -> tiles.put(id, hashes)))
                .onItem()
                .ignoreAsUni()
                .replaceWith(tiles);
    }

    Uni<Void> put(YearLog log, List<Growth.FullTile> full) {
        return Multi.createFrom()
                .iterable(full)
                .onItem()
                .transformToUniAndConcatenate(tile -> Sql.update(
                        PUT,
                        log.origin(),
                        tile.id().level(),
                        tile.id().index(),
                        joined(tile.hashes()),
                        tile.root().bytes()))
                .onItem()
                .ignoreAsUni();
    }

    /** The hashes one after another, as C2SP tlog-tiles has them. */
    static byte[] joined(List<Hash> hashes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> joined.writeBytes(hash.bytes()));
        return joined.toByteArray();
    }

    private Uni<List<Hash>> tile(YearLog log, TileId id, long size) {
        int width = id.width(size);
        long end = id.first() + width;
        if (width == TileId.WIDTH) {
            return Sql.rows(byte[].class, TILE, log.origin(), id.level(), id.index())
                    .map(rows -> rows.isEmpty() ? List.of() : split(rows.getFirst()));
        }
        return id.level() == 0
                ? leaves(log, id.first(), end)
                : Sql.rows(byte[].class, ROOTS, log.origin(), id.level() - 1, id.first(), end)
                        .map(TreeStore::hashes);
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
}
