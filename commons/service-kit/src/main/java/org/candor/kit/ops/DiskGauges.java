package org.candor.kit.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/**
 * Measures {@code candor_disk_free_bytes} and {@code candor_disk_size_bytes} of the folders in which this service writes;
 * from the first, alerts tell in how many days it is full. The disks of database and broker are measured by their own exporters.
 */
@ApplicationScoped
class DiskGauges {

    void begin(@Observes StartupEvent start, DiskConfig config, MeterRegistry meters) {
        config.folders()
                .forEach((name, folder) -> folder.ifPresent(path -> {
                    gauge("candor.disk.free.bytes", name, path, File::getUsableSpace, meters);
                    gauge("candor.disk.size.bytes", name, path, File::getTotalSpace, meters);
                }));
    }

    private static void gauge(
            String meter, String name, Path folder, ToLongFunction<File> measure, MeterRegistry meters) {
        Gauge.builder(meter, () -> measure.applyAsLong(existing(folder)))
                .tag("folder", name)
                .register(meters);
    }

    /** The folder, or what it will be made in. */
    private static File existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !existing.toFile().exists()) {
            existing = existing.getParent();
        }
        return existing.toFile();
    }
}
