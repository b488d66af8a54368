package org.candor.audit.tree.decision;

import java.util.ArrayList;
import java.util.List;

/** Which subtrees a proof consists of; O(log size) of them. */
public final class Proofs {

    private Proofs() {}

    /** PATH(index, D[size]) of RFC 6962, 2.1.1, from the leaf upwards. */
    public static List<Span> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No entry " + index + " in a tree of " + size);
        }
        List<Span> path = new ArrayList<>();
        Span around = Span.tree(size);
        while (around.width() > 1) {
            Span left = new Span(around.begin(), around.middle());
            Span right = new Span(around.middle(), around.end());
            boolean goesLeft = index < around.middle();
            path.addFirst(goesLeft ? right : left);
            around = goesLeft ? left : right;
        }
        return List.copyOf(path);
    }

    /** PROOF(from, D[to]) of RFC 6962, 2.1.2; empty where there is nothing to prove: from nothing, or to itself. */
    public static List<Span> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree does not grow from " + from + " to " + to);
        }
        if (from == 0 || from == to) {
            return List.of();
        }
        List<Span> path = new ArrayList<>();
        Span around = Span.tree(to);
        while (around.end() != from) {
            Span left = new Span(around.begin(), around.middle());
            Span right = new Span(around.middle(), around.end());
            boolean goesLeft = from <= around.middle();
            path.addFirst(goesLeft ? right : left);
            around = goesLeft ? left : right;
        }
        if (around.begin() > 0) {
            // The verifier knows the old root only when the old tree is itself a complete left subtree.
            path.addFirst(around);
        }
        return List.copyOf(path);
    }
}
