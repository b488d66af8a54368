/** The Merkle tree of RFC 6962 over the trail's entries, kept as tiles, and its checkpoints in C2SP note format. */
package org.candor.audit.tree.decision;
