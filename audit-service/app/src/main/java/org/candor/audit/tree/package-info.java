/** Integration and publication: the tree over the entries, its signed checkpoints, and the proofs that lean on them. */
package org.candor.audit.tree;
