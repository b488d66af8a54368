package org.candor.audit.tree.decision;

/** Hashes of complete subtrees, wherever they are kept. */
@FunctionalInterface
public interface Nodes {

    /** The hash of a subtree whose leaves are all there. */
    Hash at(NodeId node);
}
