/** A browser, for pictures of pages, and the verifier, for proofs. */
package org.candor.local.tools;
