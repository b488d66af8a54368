package org.candor.local.bench;

import java.util.ArrayList;
import java.util.List;
import org.candor.local.ServiceName;
import org.candor.local.Stack;

/**
 * {@code bench-start} and {@code bench-memory}: time to ready and resident memory of each service against a bare Quarkus
 * REST application that the bench builds and packages as Quarkus does by default. Both run with the same flags, and both with
 * a start-up cache where the JDK has one.
 *
 * <p>Of the 245 MB that intake holds when it is ready, 139 are what the JVM keeps of its 20,000 classes in that cache, all of it
 * written to when it is loaded to an address by chance; a bare application has 34 of its 72 there. The heap is 40, of which 32
 * live. Compact object headers made it 8 MB more; a cache without linked classes, and giving free native memory back, changed
 * nothing.
 */
final class StartBench {

    private static final int ROUNDS = 3;
    private static final double CEILING = 2.5;

    private final Stack stack;
    private final HelloApplication hello;

    StartBench(Stack stack, HelloApplication hello) {
        this.stack = stack;
        this.hello = hello;
    }

    List<Measurement> run() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            measurements.addAll(run(service));
        }
        return measurements;
    }

    private List<Measurement> run(ServiceName service) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> helloSeconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        List<Double> helloMegabytes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            stack.stop(service.id());
            long begin = System.nanoTime();
            stack.restart(service.id());
            seconds.add((System.nanoTime() - begin) / 1e9);
            megabytes.add(stack.residentBytesByComponent().get(service.id()) / 1e6);
            HelloApplication.Run bare = hello.run();
            helloSeconds.add(bare.seconds());
            helloMegabytes.add(bare.residentMegabytes());
        }
        return List.of(
                Measurement.atMost(
                        CEILING, "bench-start", service.id() + ", seconds to ready", Slices.of(seconds, helloSeconds)),
                Measurement.atMost(
                        CEILING,
                        "bench-memory",
                        service.id() + ", resident MB when ready",
                        Slices.of(megabytes, helloMegabytes)));
    }
}
