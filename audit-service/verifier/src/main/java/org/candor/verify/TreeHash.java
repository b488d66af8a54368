package org.candor.verify;

import java.util.ArrayDeque;
import java.util.Deque;

/** The root over leaves that come one after another (RFC 6962, 2.1): one hash for each complete subtree, so memory is flat. */
final class TreeHash {

    private record Subtree(int height, byte[] hash) {}

    private final Deque<Subtree> subtrees = new ArrayDeque<>();
    private long size;

    void append(byte[] leafHash) {
        Subtree subtree = new Subtree(0, leafHash);
        while (!subtrees.isEmpty() && subtrees.peek().height() == subtree.height()) {
            subtree = new Subtree(
                    subtree.height() + 1, MerklePath.nodeHash(subtrees.pop().hash(), subtree.hash()));
        }
        subtrees.push(subtree);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        byte[] root = null;
        for (Subtree subtree : subtrees) {
            root = root == null ? subtree.hash() : MerklePath.nodeHash(subtree.hash(), root);
        }
        return root == null ? MerklePath.sha256() : root;
    }
}
