package org.candor.breach.obligations.decision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts how many sets of facts one core answers in a second, over the conformance cases. By the thread's own CPU time, so
 * that other work on the machine does not matter; by hand, as no test depends on a machine's speed.
 */
public final class PreviewThroughput {

    private static final long SECOND = 1_000_000_000L;
    private static final int ROUNDS = 8;

    private PreviewThroughput() {}

    public static void main(String[] arguments) {
        List<Facts> facts = new ArrayList<>();
        ConformanceTest.facts().forEach(given -> facts.add(given.facts()));
        ComputingObligations obligations = new ComputingObligations(Given.BOOK);
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("%,d fact sets a second and core%n", perSecond(obligations, facts));
        }
    }

    private static long perSecond(ComputingObligations obligations, List<Facts> facts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long answered = 0;
        long duties = 0;
        while (threads.getCurrentThreadCpuTime() - begin < SECOND) {
            for (Facts each : facts) {
                duties += ((Answer.Computed) obligations.answer(each)).duties().size();
                answered++;
            }
        }
        return duties == 0 ? 0 : answered * SECOND / (threads.getCurrentThreadCpuTime() - begin);
    }
}
