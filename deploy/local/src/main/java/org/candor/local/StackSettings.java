package org.candor.local;

import java.nio.file.Path;
import java.util.List;
import org.candor.local.run.Progress;
import org.candor.local.service.Jvm;

/**
 * What to start and where.
 *
 * @param directory keeps all data; see {@link Layout}
 * @param services the services to start; the others' paths answer 503
 * @param jvm how long the services are meant to run
 * @param privateTargets lets webhooks go to this machine, for tests; closed otherwise
 */
public record StackSettings(
        Checkout checkout,
        Path directory,
        Ports ports,
        List<ServiceName> services,
        Jvm jvm,
        Progress progress,
        boolean privateTargets) {

    public StackSettings {
        services = List.copyOf(services);
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
                false);
    }

    /** For tests: all services on free ports, data in that folder. */
    public static StackSettings onFreePorts(Path directory) {
        return usual().directory(directory).ports(Ports.free());
    }

    public StackSettings directory(Path other) {
        return new StackSettings(checkout, other, ports, services, jvm, progress, privateTargets);
    }

    public StackSettings ports(Ports other) {
        return new StackSettings(checkout, directory, other, services, jvm, progress, privateTargets);
    }

    public StackSettings services(ServiceName... others) {
        return new StackSettings(checkout, directory, ports, List.of(others), jvm, progress, privateTargets);
    }

    public StackSettings jvm(Jvm other) {
        return new StackSettings(checkout, directory, ports, services, other, progress, privateTargets);
    }

    public StackSettings progress(Progress other) {
        return new StackSettings(checkout, directory, ports, services, jvm, other, privateTargets);
    }

    public StackSettings withPrivateTargets() {
        return new StackSettings(checkout, directory, ports, services, jvm, progress, true);
    }
}
