package org.candor.audit.tree.decision;

/**
 * A tile: 256 neighbouring hashes of tree level {@code 8 * level}. Tile {@code (0, 0)} holds the first 256 leaf hashes, tile
 * {@code (1, 0)} the roots of the first 256 tiles of level 0.
 */
public record TileId(int level, long index) {

    /** Levels of the tree within one tile. */
    static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** The tile in which the node's hash lies or from which it is computed. */
    public static TileId holding(NodeId node) {
        int level = node.level() / HEIGHT;
        int above = node.level() % HEIGHT;
        return new TileId(level, (node.position() << above) / WIDTH);
    }

    /** How many of its hashes a tree of that size has; a tree's right edge runs through tiles that are not full. */
    public int width(long size) {
        long hashesOfLevel = size >> (HEIGHT * level);
        return Math.clamp(hashesOfLevel - index * WIDTH, 0, WIDTH);
    }

    /** The position of its first hash among all hashes of its level. */
    public long first() {
        return index * WIDTH;
    }
}
