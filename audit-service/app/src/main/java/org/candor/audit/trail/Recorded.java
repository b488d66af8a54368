package org.candor.audit.trail;

import org.candor.audit.trail.decision.Entry;
import org.candor.audit.tree.decision.Hash;

/** An entry that is ready to be appended: its bytes and their leaf hash are computed before any transaction. */
record Recorded(Entry entry, byte[] bytes, Hash leafHash) {

    static Recorded of(Entry entry) {
        byte[] bytes = entry.bytes();
        return new Recorded(entry, bytes, Hash.ofLeaf(bytes));
    }
}
