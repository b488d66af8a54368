package org.candor.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;

/** {@code ./candor bench [intake] [latency] [start]}: measures, prints a table, and writes the same as JSON. */
public final class Bench {

    private static final Set<String> KNOWN = Set.of("intake", "latency", "start");

    private Bench() {}

    /** Exit code 0 when every bound holds, 1 when one does not, 2 for an unknown name. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = arguments.length == 0 ? List.copyOf(KNOWN) : Arrays.asList(arguments);
        if (!KNOWN.containsAll(wanted)) {
            System.err.println("Known benches are intake, latency and start (with memory)");
            System.exit(2);
        }
        Path folder = Checkout.find().root().resolve("deploy/local/target/bench");
        List<Measurement> measurements = measure(wanted, folder);
        System.out.println(Measurement.heading());
        measurements.forEach(measurement -> System.out.println(measurement.line()));
        System.out.printf("load average at the end %.2f on %d processors%n", loadAverage(), processors());
        System.out.println("as JSON: " + write(folder.resolve("bench.json"), measurements));
        System.exit(measurements.stream().allMatch(Measurement::holds) ? 0 : 1);
    }

    private static List<Measurement> measure(List<String> wanted, Path folder) throws Exception {
        Path data = folder.resolve("stack");
        Trees.delete(data);
        Files.createDirectories(data);
        StackSettings settings = StackSettings.onFreePorts(data).services(needed(wanted));
        System.out.printf("load average at the start %.2f on %d processors%n", loadAverage(), processors());
        List<Measurement> measurements = new ArrayList<>();
        try (Stack stack = Stack.start(settings)) {
            System.out.printf(
                    "stack ready after %.1f s with %d MB resident%n",
                    stack.timeToReady().toMillis() / 1e3, stack.residentBytes() / 1_000_000);
            if (wanted.contains("intake")) {
                measurements.addAll(new IntakeBench(stack, settings).run());
            }
            if (wanted.contains("latency")) {
                measurements.addAll(new LatencyBench(stack, settings).run());
            }
            if (wanted.contains("start")) {
                HelloApplication hello = HelloApplication.build(Checkout.find(), folder.resolve("hello"));
                stack.trainStartCaches();
                measurements.addAll(new StartBench(stack, hello).run());
            }
        }
        return measurements;
    }

    /** Only those that are measured: the others would take processor time from both sides. */
    private static ServiceName[] needed(List<String> wanted) {
        if (wanted.contains("start")) {
            return ServiceName.values();
        }
        return wanted.contains("latency")
                ? new ServiceName[] {ServiceName.INTAKE, ServiceName.INVESTIGATION}
                : new ServiceName[] {ServiceName.INTAKE};
    }

    private static Path write(Path file, List<Measurement> measurements) throws Exception {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("java", Runtime.version().toString());
        result.put("processors", processors());
        result.put("loadAverage", loadAverage());
        result.put("measurements", measurements);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), result);
        return file;
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
