package org.candor.audit.pack;

import java.time.Instant;
import java.util.List;
import org.candor.audit.trail.EntrySlices.Reader;
import org.candor.audit.trail.RemovedLogs.Removed;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.LogOfLogs.Closed;

/**
 * What was decided before the first byte of a pack leaves.
 *
 * @param logs those that the scope touches, each up to the checkpoint on which all proofs will lean
 * @param removed logs of past years that are not there any more, by an order of two people
 * @param keys public keys of the trail, in PEM form
 */
record PackPlan(
        PackScope scope,
        Reader reader,
        Instant made,
        List<Range> logs,
        List<Closed> closed,
        String logOfLogs,
        List<Removed> removed,
        List<String> keys) {

    /** Places of a log from {@code begin} to before {@code end}, under its checkpoint of {@code size} entries. */
    record Range(YearLog log, long size, long begin, long end) {}
}
