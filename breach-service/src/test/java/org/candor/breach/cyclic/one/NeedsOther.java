package org.candor.breach.cyclic.one;

import org.candor.breach.cyclic.other.NeedsOne;

/** What the rule against cycles must reject. */
public record NeedsOther(NeedsOne needed) {}
