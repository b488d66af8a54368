package org.candor.breach.cyclic.other;

import org.candor.breach.cyclic.one.NeedsOther;

/** What the rule against cycles must reject. */
public record NeedsOne(NeedsOther needed) {}
