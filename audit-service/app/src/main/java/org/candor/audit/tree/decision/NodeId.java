package org.candor.audit.tree.decision;

/**
 * The root of a complete subtree: it covers the leaves from {@code position << level} and is {@code 1 << level} leaves wide.
 * What it covers never changes once its last leaf is there.
 */
public record NodeId(int level, long position) {}
