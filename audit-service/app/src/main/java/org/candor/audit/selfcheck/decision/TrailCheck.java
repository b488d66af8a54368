package org.candor.audit.selfcheck.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.trail.decision.Entry;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.TileId;

/**
 * One pass over the trail: entries in their order, signed states where they end, tiles when they are full. It remembers the
 * first thing that does not hold and then only counts. Memory stays flat but for the tree's right edge.
 */
public final class TrailCheck {

    /** An entry's row: its bytes and what the searchable columns repeat of them. */
    public record Row(long index, byte[] bytes, byte[] leafHash, Columns columns) {}

    /** The columns beside the bytes, as one value to compare. */
    public record Columns(
            UUID eventId,
            String topic,
            String type,
            String source,
            long sequence,
            List<UUID> incidents,
            String entityId,
            String actor,
            Instant time,
            Instant receivedAt) {

        static Columns of(Entry entry) {
            return new Columns(
                    entry.eventId(),
                    entry.topic(),
                    entry.type(),
                    entry.source(),
                    entry.sequence(),
                    entry.incidents(),
                    entry.entityId(),
                    entry.actor(),
                    entry.time(),
                    entry.receivedAt());
        }
    }

    /**
     * What does not hold.
     *
     * @param firstIndex the first entry that is not what was signed, or may not be
     * @param lastIndex the last one that it may be: where only a signed root tells, the entries of one checkpoint
     */
    public record Finding(long firstIndex, long lastIndex, String what) {}

    private final Growth growth = new Growth(0, Map.of());
    private final Map<TileId, Growth.FullTile> computed = new HashMap<>();
    private long signedSize;
    private Finding first;

    /** The next entry in the order of the table. */
    public void entry(Row row) {
        if (first != null) {
            return;
        }
        if (row.index() != growth.size()) {
            found(growth.size(), row.index() - 1, "entries are missing");
            return;
        }
        Hash leaf = Hash.ofLeaf(row.bytes());
        if (!leaf.equals(Hash.of(row.leafHash()))) {
            found(row.index(), row.index(), "the entry's bytes are not those that were hashed");
        } else if (!repeated(row)) {
            found(row.index(), row.index(), "a searchable column is not what the entry's bytes say");
        }
        growth.append(leaf);
        growth.takeFull().forEach(tile -> computed.put(tile.id(), tile));
    }

    /** A signed state, when as many entries were given; {@code signature} tells whether the note is by the stored key. */
    public void checkpoint(long size, Hash root, boolean signature) {
        if (first != null) {
            return;
        }
        if (size != growth.size()) {
            found(growth.size(), size - 1, "entries are missing that were signed");
        } else if (!root.equals(growth.root())) {
            found(signedSize, size - 1, "the root over the entries is not the one that was signed");
        } else if (!signature) {
            found(signedSize, size - 1, "the checkpoint of size " + size + " is not signed by its key");
        }
        signedSize = size;
    }

    /** Tiles that the entries have filled and that were not compared yet. */
    public Set<TileId> uncompared() {
        return Set.copyOf(computed.keySet());
    }

    /** One of those as it is stored; no hashes when it is not. */
    public void tile(TileId id, List<Hash> stored) {
        Growth.FullTile expected = computed.remove(id);
        if (first == null && !expected.hashes().equals(stored)) {
            long width = 1L << (8 * (id.level() + 1));
            found(
                    id.index() * width,
                    (id.index() + 1) * width - 1,
                    "tile " + id.index() + " of level " + id.level() + " is not what the entries give");
        }
    }

    /** Entries that were given. */
    public long size() {
        return growth.size();
    }

    /** Entries under a signed state. */
    public long signedSize() {
        return signedSize;
    }

    /** The first thing that does not hold; empty when everything does. */
    public Optional<Finding> finding() {
        return Optional.ofNullable(first);
    }

    private void found(long firstIndex, long lastIndex, String what) {
        first = new Finding(firstIndex, Math.max(firstIndex, lastIndex), what);
    }

    private static boolean repeated(Row row) {
        try {
            return Columns.of(Entry.read(row.bytes())).equals(row.columns());
        } catch (IllegalArgumentException notAnEntry) {
            return false;
        }
    }
}
