package org.candor.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.candor.local.run.Progress;
import org.candor.local.service.Jvm;

/**
 * What to start and where.
 *
 * @param directory keeps all data; see {@link Layout}
 * @param services the services to start; the others' paths answer 503
 * @param jvm how long the services are meant to run
 * @param replicas processes of each service, 1 to {@link Ports#MOST_REPLICAS}
 * @param environment variables that each service gets besides, for tests
 */
public record StackSettings(
        Checkout checkout,
        Path directory,
        Ports ports,
        List<ServiceName> services,
        Jvm jvm,
        Progress progress,
        int replicas,
        Map<String, String> environment) {

    public StackSettings {
        services = List.copyOf(services);
        environment = Map.copyOf(environment);
        if (replicas < 1 || replicas > Ports.MOST_REPLICAS) {
            throw new IllegalArgumentException(
                    "There can be 1 to %d replicas of a service, not %d".formatted(Ports.MOST_REPLICAS, replicas));
        }
    }

    /** All services on the ports of the documentation, data in {@code .candor}. */
    public static StackSettings usual() {
        Checkout checkout = Checkout.find();
        return new StackSettings(
                checkout,
                checkout.root().resolve(".candor"),
                Ports.defaults(),
                List.of(ServiceName.values()),
                Jvm.QUICK,
                Progress.SILENT,
                1,
                Map.of());
    }

    /** For tests: all services on free ports, data in that folder. */
    public static StackSettings onFreePorts(Path directory) {
        return usual().directory(directory).ports(Ports.free());
    }

    public StackSettings directory(Path other) {
        return new StackSettings(checkout, other, ports, services, jvm, progress, replicas, environment);
    }

    public StackSettings ports(Ports other) {
        return new StackSettings(checkout, directory, other, services, jvm, progress, replicas, environment);
    }

    public StackSettings services(ServiceName... others) {
        return new StackSettings(checkout, directory, ports, List.of(others), jvm, progress, replicas, environment);
    }

    public StackSettings jvm(Jvm other) {
        return new StackSettings(checkout, directory, ports, services, other, progress, replicas, environment);
    }

    public StackSettings progress(Progress other) {
        return new StackSettings(checkout, directory, ports, services, jvm, other, replicas, environment);
    }

    public StackSettings replicas(int other) {
        return new StackSettings(checkout, directory, ports, services, jvm, progress, other, environment);
    }

    public StackSettings environment(Map<String, String> other) {
        return new StackSettings(checkout, directory, ports, services, jvm, progress, replicas, other);
    }
}
