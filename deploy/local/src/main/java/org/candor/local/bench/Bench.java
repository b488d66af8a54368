package org.candor.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.service.Jvm;

/**
 * {@code ./candor bench [part …]}, the parts of {@link Part}: measures, prints a line for each quantity as soon as it is known,
 * and writes the same as JSON. Each part has a stack of its own, with only the services that it needs.
 */
public final class Bench {

    private Bench() {}

    /** Exit code 0 when every bound holds, 1 when one does not or a part came to no result, 2 for an unknown name. */
    public static void main(String[] arguments) throws Exception {
        List<Part> wanted = Arrays.stream(Part.values())
                .filter(part -> arguments.length == 0 || List.of(arguments).contains(part.id()))
                .toList();
        if (wanted.size() < arguments.length || wanted.isEmpty()) {
            System.err.println("Known benches are "
                    + Arrays.stream(Part.values()).map(Part::id).collect(Collectors.joining(", ")));
            System.exit(2);
        }
        Path folder = Checkout.find().root().resolve("deploy/local/target/bench");
        List<Measurement> measurements = new ArrayList<>();
        System.out.println(Measurement.heading());
        for (Part part : wanted) {
            measurements.addAll(measure(part, folder));
        }
        System.out.printf("load average at the end %.2f on %d processors%n", loadAverage(), processors());
        System.out.println("as JSON: " + write(folder.resolve("bench.json"), measurements));
        System.exit(measurements.stream().allMatch(Measurement::holds) ? 0 : 1);
    }

    /** A part that fails says so as a line of the result; the others are measured all the same. */
    private static List<Measurement> measure(Part part, Path folder) throws Exception {
        Path data = folder.resolve("stack");
        Trees.delete(data);
        Files.createDirectories(data);
        StackSettings settings = StackSettings.onFreePorts(data)
                .services(part.services.toArray(ServiceName[]::new))
                .environment(part.environment)
                .jvm(Jvm.LASTING);
        System.out.printf("# %s, load average %.2f on %d processors%n", part.id(), loadAverage(), processors());
        List<Measurement> measured;
        try (Stack stack = Stack.start(settings).endingWithThisProcess()) {
            System.out.printf(
                    "# stack ready after %.1f s with %d MB resident%n",
                    stack.timeToReady().toMillis() / 1e3, stack.residentBytes() / 1_000_000);
            measured = part.run(new TestBed(stack, settings, folder));
        } catch (IOException | IllegalStateException e) {
            measured = List.of(Measurement.failed("bench-" + part.id(), e.getMessage()));
        }
        measured.forEach(measurement -> System.out.println(measurement.line()));
        return measured;
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
