package org.candor.audit.tree.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves from {@code begin} to before {@code end}, where {@code begin} is a multiple of the smallest power of two that
 * is not less than the width. These are the ranges that RFC 6962 gives a hash.
 */
public record Span(long begin, long end) {

    public Span {
        if (begin < 0 || begin > end) {
            throw new IllegalArgumentException("No such range of leaves: " + begin + " to " + end);
        }
    }

    /** The whole tree of that size. */
    public static Span tree(long size) {
        return new Span(0, size);
    }

    public long width() {
        return end - begin;
    }

    /** Where RFC 6962 splits it: after the largest power of two that is less than the width. */
    long middle() {
        return begin + Long.highestOneBit(width() - 1);
    }

    /** The complete subtrees it consists of, from left to right. */
    public List<NodeId> nodes() {
        List<NodeId> nodes = new ArrayList<>();
        long at = begin;
        while (at < end) {
            int level = 63 - Long.numberOfLeadingZeros(end - at);
            nodes.add(new NodeId(level, at >> level));
            at += 1L << level;
        }
        return List.copyOf(nodes);
    }

    /** MTH of the range (RFC 6962, 2.1). */
    public Hash hash(Nodes known) {
        List<NodeId> nodes = nodes();
        if (nodes.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        Hash hash = known.at(nodes.getLast());
        for (int i = nodes.size() - 2; i >= 0; i--) {
            hash = Hash.ofNode(known.at(nodes.get(i)), hash);
        }
        return hash;
    }
}
