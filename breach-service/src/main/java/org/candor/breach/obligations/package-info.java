/** Duties of a breach: the rule data, the preview, and the list that is kept, recomputed and published. */
package org.candor.breach.obligations;
